import { Link } from 'wouter';
import type { AskingLine } from '../../shared/asking/api.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useChanges } from '../live/useChanges.ts';
import { Fold } from '../ui/Fold.tsx';
import { sayUntil } from '../words.ts';
import { useAskingsIn } from './queries.ts';
import './asking.css';

const words = askingWords.page;

/** What people are asked in a partnership: first what waits for me, then all the rest, folded away. */
export function AskingsHere({ partnershipId }: { readonly partnershipId: string }) {
  useChanges(partnershipId);
  const askings = useAskingsIn(partnershipId).data ?? [];
  if (askings.length === 0) return null;
  const mine = askings.filter(({ me, state }) => me.asked && !me.answered && state === 'open');
  const rest = askings.filter((asking) => !mine.includes(asking));
  return (
    <section className="askings-here" aria-labelledby="askings-here">
      <h2 id="askings-here">{words.heading}</h2>
      {mine.length > 0 && <List askings={mine} />}
      {rest.length > 0 && (
        <Fold title={words.allAskings} startsOpen={mine.length === 0 && rest.length < 4}>
          <List askings={rest} />
        </Fold>
      )}
    </section>
  );
}

function List({ askings }: { readonly askings: readonly AskingLine[] }) {
  return (
    <ul className="rows">
      {askings.map((asking) => (
        <li key={asking.id} className="row">
          <div className="row-words">
            <Link className="row-title" href={`/${asking.about.kind}s/${asking.about.id}`}>
              {titleOf(asking)}
            </Link>
            <p className="row-facts">
              {askingWords.rungs[asking.rung]} · {factOf(asking)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function titleOf({ about: { title, number } }: AskingLine): string {
  return number === null ? title : fill(words.aboutDecision, { number, title });
}

function factOf({ state, closesAt, me }: AskingLine): string {
  switch (state) {
    case 'open':
      return fill(me.asked && !me.answered ? words.youUntil : words.openUntil, { when: sayUntil(closesAt) });
    case 'over':
      return words.over;
    case 'closed':
      return words.closed;
    case 'withdrawn':
      return words.takenBack;
  }
}
