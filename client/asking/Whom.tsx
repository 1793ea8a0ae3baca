import type { MayAsk } from '../../shared/asking/api.ts';
import type { Rung } from '../../shared/asking/rungs.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Checks } from '../ui/Checks.tsx';

const words = askingWords.ask;

interface Chosen {
  readonly seatIds: readonly string[];
  readonly memberIds: readonly string[];
}

export interface WhomProps {
  readonly people: MayAsk['people'];
  readonly rung: Rung;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly error?: string | undefined;
}

/** Which seats and people to ask: only those to whom so much say can be promised, and why not the others. */
export function Whom({ people, rung, chosen, onChange, error }: WhomProps) {
  const can = people.filter(({ whyNot }) => whyNot[rung] === null);
  const cannot = people.filter(({ whyNot }) => whyNot[rung] !== null);
  const seats = new Map(can.flatMap(({ seat }) => (seat ? [[seat.id, seat.name] as const] : [])));
  const others = can.filter(({ seat }) => seat === null);
  return (
    <>
      <Checks
        legend={words.seats}
        error={error}
        options={[...seats].map(([id, name]) => ({
          value: id,
          name,
          about: can.flatMap((one) => (one.seat?.id === id ? [one.name] : [])).join(', '),
        }))}
        chosen={chosen.seatIds}
        onChange={(seatIds) => onChange({ ...chosen, seatIds })}
      />
      {others.length > 0 && (
        <Checks
          legend={words.people}
          options={others.map(({ memberId, name }) => ({ value: memberId, name }))}
          chosen={chosen.memberIds}
          onChange={(memberIds) => onChange({ ...chosen, memberIds })}
        />
      )}
      {cannot.length > 0 && (
        <div className="small">
          <p>{words.cannot}:</p>
          <ul>
            {cannot.map(({ memberId, name, whyNot }) => (
              <li key={memberId}>
                {fill(askingWords.form.cannotAsk, { people: name, why: whyNot[rung] ?? '' })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
