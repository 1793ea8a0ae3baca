import { inboxWords } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen } from '../words.ts';
import { useMailTroubles, useTryAgain } from './queries.ts';
import './notifications.css';

const words = inboxWords.troubles;

/** Whose mails come back, and what to do. Nothing where nobody's do. */
export function MailTroubles({ partnershipId }: { readonly partnershipId: string }) {
  const troubles = useMailTroubles(partnershipId).data?.troubles ?? [];
  const again = useTryAgain(partnershipId);
  if (troubles.length === 0) return null;
  return (
    <section className="missing" aria-labelledby="mail-troubles">
      <h2 id="mail-troubles">{words.heading}</h2>
      <p>{words.about}</p>
      <ul className="rows">
        {troubles.map(({ memberId, name, problem, at }) => (
          <li key={memberId} className="notice-row">
            <div>
              <b dir="auto">{name}</b> · {sayWhen(at, Date.now())}
              <p className="row-facts">{problem ? fill(words.said, { problem }) : words.saidNothing}</p>
            </div>
            <Button
              look="plain"
              busy={again.isPending}
              aria-label={fill(words.againFor, { name })}
              onClick={() =>
                again.mutate(memberId, {
                  onSuccess: () => toast(fill(words.tried, { name }), { takesFocus: true }),
                })
              }
            >
              {words.again}
            </Button>
          </li>
        ))}
      </ul>
      {again.isError && <ErrorMessage message={refusalOf(again.error).message} />}
    </section>
  );
}
