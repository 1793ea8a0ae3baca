import { useEffect, useRef, useState } from 'react';
import { refusalOf } from '../api.ts';
import { useSignOut } from '../people/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { t } from '../words.ts';
import { AcceptForm } from './AcceptForm.tsx';
import { forgetLinkToken } from './linkToken.ts';
import type { OpenOffer } from './OfferPart.tsx';
import { ProveAddress } from './ProveAddress.tsx';
import { useDecline } from './queries.ts';

export interface AnswerPartProps {
  readonly offer: OpenOffer;
  readonly token: string;
  readonly onDeclined: () => void;
  /** What is offered has changed: it is to be read again. */
  readonly onChanged: () => void;
}

/** The answer to an invitation. To accept, one shows first that the invited address is one's own. */
export function AnswerPart({ offer, token, onDeclined, onChanged }: AnswerPartProps) {
  const heading = useFocusWhenChanged(offer.you);
  return (
    <section className="invited-answer" aria-labelledby="answer-heading">
      <h2 id="answer-heading" ref={heading} tabIndex={-1}>
        {t('invitations.invited.answer')}
      </h2>
      {offer.you === 'nobody' && <ProveAddress token={token} address={offer.address} />}
      {offer.you === 'someone_else' && <SomeoneElse address={offer.address} />}
      {offer.you === 'invited' && <AcceptForm offer={offer} token={token} onChanged={onChanged} />}
      <Declining token={token} onDeclined={onDeclined} />
    </section>
  );
}

/** Signing in changes what is asked for here: the focus that was in the old questions comes to the new ones. */
function useFocusWhenChanged(you: OpenOffer['you']) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(you);
  useEffect(() => {
    if (before.current !== you) heading.current?.focus();
    before.current = you;
  }, [you]);
  return heading;
}

function SomeoneElse({ address }: { readonly address: string }) {
  const signOut = useSignOut('/invitation');
  return (
    <div className="invited-other">
      <h3>{t('invitations.invited.someoneElse')}</h3>
      <p>{t('invitations.invited.someoneElseHow', { address })}</p>
      <Button busy={signOut.isPending || signOut.isSuccess} onClick={() => signOut.mutate()}>
        {t('invitations.invited.signOut')}
      </Button>
    </div>
  );
}

function Declining({ token, onDeclined }: Pick<AnswerPartProps, 'token' | 'onDeclined'>) {
  const [asked, setAsked] = useState(false);
  const decline = useDecline();
  const declined = () => {
    forgetLinkToken();
    onDeclined();
  };
  return (
    <>
      <Button look="quiet" onClick={() => setAsked(true)}>
        {t('invitations.invited.decline')}
      </Button>
      {asked && (
        <Dialog title={t('invitations.invited.declineHeading')} onClose={() => setAsked(false)}>
          <p>{t('invitations.invited.declineHow')}</p>
          {decline.isError && <ErrorMessage message={refusalOf(decline.error).message} />}
          <div className="button-row">
            <Button busy={decline.isPending} onClick={() => decline.mutate(token, { onSuccess: declined })}>
              {t('invitations.invited.declineYes')}
            </Button>
            <Button look="plain" onClick={() => setAsked(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
