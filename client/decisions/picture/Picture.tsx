import { many, say } from '../../../shared/decisions/say.ts';
import { pictureWords as words } from '../../../shared/messages/en/consensusPicture.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { AnswerMark } from './AnswerMark.tsx';
import { MARKS, type MarkKind } from './marks.ts';
import { type Pictured, type Place, rowsOf, type SideRow, type SideStatus } from './places.ts';
import './picture.css';

/** Where the sides stand in a round: a row for each side, a place for each seat, a sign and a word for each answer. */
export function Picture({ pictured }: { readonly pictured: Pictured }) {
  const rows = rowsOf(pictured);
  return (
    <div className="picture">
      {rows.map((row) => (
        <Row key={row.side} row={row} />
      ))}
    </div>
  );
}

function Row({ row: { side, places, status } }: { readonly row: SideRow }) {
  return (
    <div className="picture-side" data-side={side}>
      <h3>
        <SideMark side={side} />
      </h3>
      <ul className="picture-places">
        {places.map((place) => (
          <PlaceMark key={place.key} place={place} />
        ))}
      </ul>
      <p className="picture-status" data-status={status.kind}>
        {statusWords(status)}
      </p>
    </div>
  );
}

function PlaceMark({ place: { kind, seat, mine } }: { readonly place: Place }) {
  return (
    <li data-kind={kind} title={seat?.name}>
      <AnswerMark kind={kind} />
      <VisuallyHidden>{seat?.name ?? words.someSeat}: </VisuallyHidden>
      <span className="picture-word">{words.marks[kind]}</span>
      {mine && <span className="picture-mine">{words.yours}</span>}
    </li>
  );
}

function statusWords(status: SideStatus): string {
  switch (status.kind) {
    case 'quorumNeeds':
      return say(words.sides.quorumNeeds, { count: status.count });
    case 'answered':
      return say(words.sides.answered, { cast: status.cast, eligible: status.eligible });
    case 'blocked':
    case 'letOff':
    case 'quorumMet':
    case 'hidden':
      return words.sides[status.kind];
  }
}

/** The signs that are in these rows, each with what it means in full. */
export function Legend({ rows }: { readonly rows: readonly SideRow[] }) {
  const seen = new Set(rows.flatMap(({ places }) => places.map(({ kind }) => kind)));
  const about: Partial<Record<MarkKind, string>> = words.marksAbout;
  const explained = MARKS.filter((kind) => seen.has(kind) && about[kind] !== undefined);
  if (explained.length === 0) return null;
  return (
    <ul className="picture-legend" aria-label={words.legend}>
      {explained.map((kind) => (
        <li key={kind}>
          <AnswerMark kind={kind} />
          {about[kind]}
        </li>
      ))}
    </ul>
  );
}

/** How many have answered, against how many must, as a line of places with a mark where it is enough. */
export function QuorumLine({ pictured: { round } }: { readonly pictured: Pictured }) {
  const { counted, closedAt } = round;
  const line = counted?.working.lines.find(({ test, side }) => test === 'answers' && side === null);
  if (!counted || !line) return null;
  const of = counted.working.eligible;
  const missing = line.need - line.have;
  const sides = counted.working.lines.filter(({ test, holds }) => test === 'answers_from_side' && !holds);
  return (
    <div className="quorum">
      <QuorumTrack have={line.have} need={line.need} of={of} />
      <p>
        {say(words.quorum.line, { have: line.have, of, need: line.need })}{' '}
        {missing > 0
          ? closedAt === null
            ? many(missing, words.quorum.missing)
            : words.quorum.metNot
          : sides.length === 0 && words.quorum.met}{' '}
        {sides.length > 0 && words.quorum.sideMissing.split('{{sides}}')[0]}
        {sides.map(({ side }, index) => (
          <span key={side}>
            {index > 0 && ', '}
            {side && <SideMark side={side} />}
          </span>
        ))}
        {sides.length > 0 && '.'}
      </p>
    </div>
  );
}

const WIDE = 320;

function QuorumTrack({
  have,
  need,
  of,
}: {
  readonly have: number;
  readonly need: number;
  readonly of: number;
}) {
  if (of === 0) return null;
  const step = WIDE / of;
  const gap = Math.min(3, step / 4);
  const at = Math.min(need, of) * step;
  return (
    <svg className="quorum-track" viewBox={`0 0 ${WIDE} 26`} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: places in a row are nothing but their number
          key={index}
          x={index * step + gap / 2}
          y="9"
          width={step - gap}
          height="8"
          rx={Math.min(4, (step - gap) / 2)}
          fill={index < have ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1"
          strokeDasharray={index < have ? undefined : '2 2'}
        />
      ))}
      <path d={`M${Math.min(at, WIDE - 1.5)} 1v24`} className="quorum-need" />
    </svg>
  );
}
