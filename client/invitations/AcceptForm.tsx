import { useState } from 'react';
import { useLocation } from 'wouter';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { t } from '../words.ts';
import { forgetLinkToken } from './linkToken.ts';
import type { OpenOffer } from './OfferPart.tsx';
import { useAccept } from './queries.ts';

export interface AcceptFormProps {
  readonly offer: OpenOffer;
  readonly token: string;
  readonly onChanged: () => void;
}

/** Accepts what was shown, under the name that the others are to see. Nobody is asked for their real name. */
export function AcceptForm({ offer, token, onChanged }: AcceptFormProps) {
  const [name, setName] = useState(offer.name);
  const [pseudonym, setPseudonym] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const accept = useAccept();
  const [, go] = useLocation();
  const choose = (on: boolean) => {
    setPseudonym(on);
    // The name that they were invited by is not the one that they want to be known by.
    if (on && name === offer.name) setName('');
  };
  const submit = () =>
    accept.mutate(
      { token, shown: offer.shown, name, ...(pseudonym && { pseudonym }) },
      {
        onSuccess: ({ partnershipId }) => {
          forgetLinkToken();
          go(`/partnerships/${partnershipId}/welcome`, { replace: true });
        },
        onError: (failed) => {
          const { refused, fields } = refusalOf(failed);
          setErrors({ ...fields });
          if (refused === 'conflict') onChanged();
        },
      },
    );
  return (
    <Form onSubmit={submit} errors={errors}>
      {accept.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(accept.error).message} />
      )}
      <TextField
        label={t('invitations.invited.yourName')}
        hint={t('invitations.invited.yourNameHint')}
        error={errors.name}
        value={name}
        autoComplete={pseudonym ? 'off' : 'name'}
        onChange={(event) => setName(event.target.value)}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={pseudonym}
          aria-describedby="pseudonym-about"
          onChange={(event) => choose(event.target.checked)}
        />
        <span>{t('invitations.invited.pseudonym')}</span>
      </label>
      <p className="hint" id="pseudonym-about">
        {t('invitations.invited.pseudonymHint')}
      </p>
      <div className="button-row">
        <Button type="submit" busy={accept.isPending || accept.isSuccess}>
          {t('invitations.invited.accept')}
        </Button>
      </div>
    </Form>
  );
}
