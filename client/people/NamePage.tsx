import { useState } from 'react';
import { personName } from '../../shared/people/api.ts';
import { refusalOf } from '../api.ts';
import { Brand } from '../ui/Brand.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { useNameMyself } from './queries.ts';

/** Asked once of whoever is new: what others should call them. */
export function NamePage() {
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const name = useNameMyself();
  const submit = () => {
    const checked = personName.safeParse(typed);
    if (!checked.success) return setErrors({ name: checked.error.issues[0]?.message ?? '' });
    name.mutate(checked.data, { onError: (failed) => setErrors({ ...refusalOf(failed).fields }) });
  };
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="sign-in-page" tabIndex={-1}>
        <PageHeading title={t('people.name.heading')} takesFocus />
        <p className="lead">{t('people.name.how')}</p>
        <Form onSubmit={submit} errors={errors}>
          {name.isError && Object.keys(errors).length === 0 && (
            <ErrorMessage message={refusalOf(name.error).message} keepsWords />
          )}
          <TextField
            label={t('people.name.label')}
            error={errors.name}
            value={typed}
            autoComplete="name"
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" busy={name.isPending}>
            {t('people.name.save')}
          </Button>
        </Form>
      </main>
    </>
  );
}
