// How counting grows with the number of seats: `npm run bench:decisions`. It reports, and fails nothing.
import type { Actor } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { type Decision, newDecision, type Round } from '../../shared/decisions/decision.ts';
import type { Whole } from '../../shared/decisions/draft.ts';
import type { Seat } from '../../shared/decisions/electorate.ts';
import type { Step } from '../../shared/decisions/ladder.ts';
import { namedRule, STATUS_QUO, THREE_QUARTERS } from '../../shared/decisions/library/parts.ts';
import type { Position } from '../../shared/decisions/positions.ts';
import { advance, due } from '../../shared/decisions/time.ts';
import { viewOf } from '../../shared/decisions/view.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { isRefusal } from '../../shared/refusal.ts';

const SIZES = [10, 100, 1_000, 10_000];
const OPTIONS = Array.from({ length: 10 }, (_, index) => `option-${index}`);
const DAY = 86_400_000;
const FACILITATOR: Actor = { id: 'f', roles: ['facilitator'], seats: [], bodies: [] };

const voting = { when: ['rounds_used' as const], days: 7, wording: 'last' as const, quorum: true };
const ranked = { ...voting, kind: 'ranked_choice' as const, unranked: 'below' as const, withStatusQuo: true };
/** Five steps, of which the first four decide nothing. */
const LADDER: Step[] = [
  { ...voting, kind: 'majority', id: 'majority', threshold: THREE_QUARTERS },
  {
    ...voting,
    kind: 'concurrent_majority',
    id: 'concurrent',
    overall: THREE_QUARTERS,
    within: THREE_QUARTERS,
    sides: [...SIDES],
    emptySide: 'waived',
  },
  { ...ranked, id: 'schulze', method: 'schulze' },
  { ...ranked, id: 'run-off', method: 'instant_runoff' },
  STATUS_QUO,
];

/** Too many stand aside, half are for and half against, or there are rankings whose winner is the status quo. */
function said(step: string | null, index: number): Position {
  if (step === null) return index % 3 === 0 ? { choice: 'stand_aside', reason: 'r' } : { choice: 'agree' };
  if (step === 'majority' || step === 'concurrent') return { choice: index % 2 === 0 ? 'for' : 'against' };
  const place = (at: number) => (at * 7_919 + (index + 1) * (at + 3) * 104_729) % 1_009;
  const order = OPTIONS.map((_, at) => at).sort((a, b) => place(a) - place(b));
  return { choice: 'ranking', ranking: ['status_quo', ...order.map((at) => OPTIONS[at] as string)] };
}

function opened(seats: number): Decision {
  const electorate: Seat[] = Array.from({ length: seats }, (_, index) => ({
    id: `S${index}`,
    side: SIDES[index % SIDES.length] ?? 'commissioner',
  }));
  const hash = '0'.repeat(64);
  const draft: Whole = {
    question: 'How does it grow?',
    proposal: hash,
    standing: { kind: 'delegated' },
    electorate,
    rule: namedRule({ name: 'Five steps', ladder: LADDER }),
    alternatives: OPTIONS.map((id) => ({ id, name: id, hash })),
    opensAt: 0,
    closesAt: DAY,
    reviewAt: 2 * DAY,
  };
  const applied = apply({ ...newDecision('bench'), draft }, { kind: 'open' }, { now: 0, actor: FACILITATOR });
  if (isRefusal(applied)) throw new Error(JSON.stringify(applied));
  return applied.decision;
}

/** As it is read from a store: every seat has answered. */
function answered(decision: Decision): Decision {
  const round = decision.rounds.at(-1) as Round;
  const positions = (decision.sealed?.electorate ?? []).map(({ id: seat }, index) => ({
    seat,
    position: said(round.step, index),
    by: seat,
    at: round.openedAt,
    channel: 'web' as const,
    version: round.version,
    witness: null,
    reference: null,
  }));
  return { ...decision, rounds: [...decision.rounds.slice(0, -1), { ...round, positions }] };
}

function timed<T>(what: () => T): [T, number] {
  const began = performance.now();
  const found = what();
  return [found, performance.now() - began];
}

const rows = SIZES.map((seats) => {
  let [decision, ms] = timed(() => opened(seats));
  const row: Record<string, string | number> = { seats, open: ms.toFixed(1) };
  const [, one] = timed(() =>
    apply(
      answered(decision),
      { kind: 'take_position', seat: 'S1', position: { choice: 'agree' }, through: { channel: 'web' } },
      { now: 1, actor: { ...FACILITATOR, seats: ['S1'] } },
    ),
  );
  row['one more position'] = one.toFixed(1);
  row.view = timed(() => viewOf(answered(decision), { seats: ['S1'], facilitates: true }))[1].toFixed(1);
  let whole = 0;
  for (let next = due(decision); next && decision.state.kind === 'open'; next = due(decision)) {
    const { at } = next;
    const inRound = decision.state.stage.kind === 'round';
    const step = inRound ? (decision.rounds.at(-1)?.step ?? 'consensus') : null;
    const before = inRound ? answered(decision) : decision;
    [{ decision }, ms] = timed(() => advance(before, at));
    if (step) row[step] = ms.toFixed(1);
    whole += ms;
  }
  if (decision.state.kind !== 'ended' || decision.steps.length !== LADDER.length)
    throw new Error('it did not go down the whole ladder');
  return { ...row, 'whole decision': whole.toFixed(1) };
});

console.log('Milliseconds, by number of seats. Ladder of five steps, twelve options:');
console.table(rows);
