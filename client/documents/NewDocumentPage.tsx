import { useState } from 'react';
import { useLocation } from 'wouter';
import { PRESETS, type Preset } from '../../shared/access.ts';
import { refusalOf } from '../api.ts';
import { PresetAbout } from '../partnerships/PresetAbout.tsx';
import { usePartnership } from '../partnerships/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { type TemplateCard, useCreateDocument, useTemplates } from './queries.ts';
import { titleError } from './titleError.ts';

/** Starts a document: from which template, under which title, and who holds the pen. */
export function NewDocumentPage({ partnershipId }: { readonly partnershipId: string }) {
  const templates = useTemplates();
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={t('documents.start')} />
      <p className="lead">{t('documents.startAbout')}</p>
      {templates.isPending && <Loading what={t('documents.loadingTemplates')} />}
      {templates.isError && (
        <ErrorMessage message={refusalOf(templates.error).message} onRetry={() => void templates.refetch()} />
      )}
      {templates.data && <NewDocumentForm partnershipId={partnershipId} templates={templates.data} />}
    </main>
  );
}

interface NewDocumentFormProps {
  readonly partnershipId: string;
  readonly templates: readonly TemplateCard[];
}

function NewDocumentForm({ partnershipId, templates }: NewDocumentFormProps) {
  const [template, setTemplate] = useState<string>();
  const [title, setTitle] = useState('');
  const usual = usePartnership(partnershipId).data?.preset ?? 'equals';
  const [chosenPreset, setPreset] = useState<Preset>();
  const preset = chosenPreset ?? usual;
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const create = useCreateDocument(partnershipId);
  const [, go] = useLocation();
  const chosen = templates.find(({ id }) => id === template);
  const submit = () => {
    const wrongTitle = titleError(title);
    if (!template || wrongTitle)
      return setErrors({
        ...(!template && { template: t('documents.unknownTemplate') }),
        ...(wrongTitle && { title: wrongTitle }),
      });
    create.mutate(
      { title, template, preset },
      {
        onSuccess: ({ id }) => go(`/documents/${id}`),
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <Form onSubmit={submit} errors={errors} className="new-document">
      <Choices
        legend={t('documents.chooseTemplate')}
        shape="grid"
        error={errors.template}
        chosen={template}
        onChoose={setTemplate}
        choices={templates.map(({ id, name, summary, source, survives }) => ({
          value: id,
          name,
          about: (
            <>
              {summary}
              {id !== 'empty' && <span className="source">{t('documents.source', { source })}</span>}
              {id === template && id !== 'empty' && <span className="source">{survives}</span>}
            </>
          ),
        }))}
      />
      <TextField
        className="big-label"
        label={t('documents.chooseTitle')}
        hint={
          chosen ? t('documents.titleExample', { title: chosen.suggestedTitle }) : t('documents.titleHint')
        }
        error={errors.title}
        value={title}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
      />
      <Choices
        legend={t('documents.choosePen')}
        hint={t('documents.penHint')}
        chosen={preset}
        onChoose={setPreset}
        error={errors.preset}
        choices={PRESETS.map((value) => ({
          value,
          name: t(`documents.presets.${value}`),
          about: <PresetAbout preset={value} />,
        }))}
      />
      {create.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(create.error).message} keepsWords />
      )}
      <Button type="submit" busy={create.isPending}>
        {t('documents.create')}
      </Button>
    </Form>
  );
}
