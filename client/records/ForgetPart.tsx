import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { ledgerPageWords } from '../../shared/messages/en/ledgerPage.ts';
import type { Forgettable } from '../../shared/records/overviewApi.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { sayWhen } from '../words.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { useForgettable } from './queries.ts';

const words = ledgerPageWords.forget;

/** For whoever looks after the records: those who have left and whom the ledger still knows, to be forgotten on request. */
export function ForgetPart({ partnershipId }: { readonly partnershipId: string }) {
  const people = useForgettable(partnershipId);
  const [chosen, setChosen] = useState<Forgettable>();
  return (
    <section className="no-print" aria-labelledby="forget">
      <h2 id="forget">{words.heading}</h2>
      <p>{words.about}</p>
      {people.isError && (
        <ErrorMessage message={refusalOf(people.error).message} onRetry={() => void people.refetch()} />
      )}
      {people.data?.length === 0 && <p className="small">{words.none}</p>}
      <ul className="ledger-people">
        {people.data?.map((person) => (
          <li key={person.memberId}>
            <span>
              <b dir="auto">{person.name}</b>{' '}
              <span className="small">{say(words.left, { when: sayWhen(person.leftAt, Date.now()) })}</span>
            </span>
            <Button look="plain" onClick={() => setChosen(person)}>
              {say(words.begin, { name: person.name })}
            </Button>
          </li>
        ))}
      </ul>
      {chosen && (
        <ForgetDialog partnershipId={partnershipId} person={chosen} onClose={() => setChosen(undefined)} />
      )}
    </section>
  );
}
