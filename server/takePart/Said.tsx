/** @jsxImportSource hono/jsx */
import type { GivenPosition } from '../../shared/decisions/decision.ts';
import { answerWords } from '../../shared/messages/en/decisionAnswer.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { moment } from './linkPage.tsx';

export interface SaidProps {
  readonly given: GivenPosition;
  /** The options by their ids, for an order. */
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** An answer as it is recorded. */
export function Said({ given, names, timeZone }: SaidProps) {
  const { position, supporter, at } = given;
  const texts = position.choice === 'block' ? [position.harm, position.change] : [];
  return (
    <div class="said">
      <p>
        {words.own.said}: <b>{answerWords.choices[position.choice]}</b> <small>{moment(at, timeZone)}</small>
      </p>
      {[position.reason, ...texts].map((text) => text && <p dir="auto">“{text}”</p>)}
      {position.choice === 'ranking' && (
        <ol>
          {position.ranking.map((id) => (
            <li key={id} dir="auto">
              {names.get(id) ?? id}
            </li>
          ))}
        </ol>
      )}
      {supporter && <p dir="auto">{fill(words.done.helped, { supporter })}</p>}
    </div>
  );
}
