import { useState } from 'react';
import { VISIBLE_TO, type VisibleTo } from '../../shared/people/profile.ts';
import { type OwnProfile, ownProfile } from '../../shared/people/profileApi.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useSaveProfile } from './queries.ts';

type Said = 'addressAs' | 'formats' | 'language' | 'support';

/** Says something of oneself, and who may see it. Nothing holds until it is saved. */
export function ProfileForm({ said }: { readonly said: OwnProfile }) {
  const [typed, setTyped] = useState(said);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = useSaveProfile();
  const submit = () => {
    const checked = ownProfile.safeParse(typed);
    setErrors(
      checked.success
        ? {}
        : Object.fromEntries(checked.error.issues.map(({ path, message }) => [String(path[0]), message])),
    );
    if (!checked.success) return;
    save.mutate(checked.data, {
      onSuccess: () => toast(t('profile.saved')),
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  };
  const field = (name: Said) => (
    <TextField
      label={t(`profile.${name}`)}
      hint={t(`profile.${name}Hint`)}
      error={errors[name]}
      value={typed[name]}
      autoComplete="off"
      dir="auto"
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <Form onSubmit={submit} errors={errors}>
      {field('addressAs')}
      <WhoSees
        legend={t('profile.whoAddress')}
        chosen={typed.addressAsVisibleTo}
        onChoose={(addressAsVisibleTo) => setTyped({ ...typed, addressAsVisibleTo })}
      />
      <h3>{t('profile.needsHeading')}</h3>
      {field('formats')}
      {field('language')}
      {field('support')}
      <WhoSees
        legend={t('profile.whoNeeds')}
        chosen={typed.needsVisibleTo}
        onChoose={(needsVisibleTo) => setTyped({ ...typed, needsVisibleTo })}
      />
      {save.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(save.error).message} keepsWords />
      )}
      <Button type="submit" busy={save.isPending}>
        {t('profile.save')}
      </Button>
    </Form>
  );
}

interface WhoSeesProps {
  readonly legend: string;
  readonly chosen: VisibleTo;
  readonly onChoose: (chosen: VisibleTo) => void;
}

function WhoSees({ legend, chosen, onChoose }: WhoSeesProps) {
  return (
    <Choices
      legend={legend}
      shape="thirds"
      chosen={chosen}
      onChoose={onChoose}
      choices={VISIBLE_TO.map((value) => ({
        value,
        name: t(`profile.visible.${value}`),
        about: t(`profile.visibleAbout.${value}`),
      }))}
    />
  );
}
