import type { NamedPerson, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { many, say } from '../../../shared/decisions/say.ts';
import { pictureWords as words } from '../../../shared/messages/en/consensusPicture.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { sayWhen } from '../../words.ts';
import { AnswerMark } from './AnswerMark.tsx';
import type { Place, SideRow } from './places.ts';

export interface AnswersTableProps {
  readonly round: RecordRound;
  readonly rows: readonly SideRow[];
  readonly people: Readonly<Record<string, NamedPerson>>;
  /** The page's clock: the server's. */
  readonly now: number;
}

/** The picture as a table: every seat, what it said, why, when and how. */
export function AnswersTable({ round, rows, people, now }: AnswersTableProps) {
  const bySide = rows.some(({ places }) => places.some(({ seat }) => seat === null));
  const caption = say(bySide ? words.table.captionBySide : words.table.caption, { number: round.number });
  return (
    <table className="answers-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.seat}</th>
          <th scope="col">{words.table.answer}</th>
          <th scope="col">{words.table.why}</th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ side, places }) =>
          places.map((place) => (
            <tr key={place.key} data-side={side}>
              <th scope="row">
                <SideMark side={side}>{place.seat?.name ?? words.someSeat}</SideMark>
              </th>
              <td>
                <span className="answers-said">
                  <AnswerMark kind={place.kind} />
                  {markWords(place)}
                </span>
              </td>
              <td>
                <Why {...{ place, round, people, now }} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function markWords({ kind, given }: Place): string {
  const mark = words.marks[kind];
  const before = given?.position.choice;
  return kind === 'to_confirm' && before ? say(words.was, { mark, before: words.marks[before] }) : mark;
}

interface WhyProps extends Omit<AnswersTableProps, 'rows'> {
  readonly place: Place;
}

function Why({ place: { given, position, earlier }, round, people, now }: WhyProps) {
  const said = given?.position ?? position;
  const named = new Map(round.options.map(({ id, name }) => [id, name]));
  return (
    <>
      {said?.reason && <p dir="auto">“{said.reason}”</p>}
      {said?.choice === 'ranking' && (
        <ol className="answers-ranking">
          {said.ranking.map((id) => (
            <li key={id}>{named.get(id) ?? id}</li>
          ))}
        </ol>
      )}
      {given && (
        <p className="small">
          {say(words.recorded, { when: sayWhen(given.at, now), channel: words.channels[given.channel] })}
          {given.witness !== null &&
            ` ${say(words.witnessed, {
              witness: people[given.witness]?.name ?? '',
              reference: given.reference ?? '',
            })}`}
          {given.supporter !== undefined && (
            <span dir="auto"> {say(words.supported, { supporter: given.supporter })}</span>
          )}
          {earlier.length > 0 && ` ${many(earlier.length, words.table.earlier)}`}
        </p>
      )}
    </>
  );
}
