import { entry } from '../../ledger/entry.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type Block, type BlockState, stands, stateOf } from '../blocks.ts';
import { type Decision, type GivenPosition, openRound, type Round, sealedOf } from '../decision.ts';
import type { Applied } from '../entries.ts';
import { consensusRounds, current, newest, optionsOf, outs, votingStep } from '../facts.ts';
import { type Position, takes } from '../positions.ts';
import { withRound } from '../rounds.ts';
import { done, mayActFor, must, no, words } from './act.ts';

/** Someone with several seats says once, for this decision, for which of them they speak. */
export function declareCapacity(
  decision: Decision,
  { seat }: Of<'declare_capacity'>,
  { now, actor }: Now,
): Applied | Refusal {
  if (decision.state.kind === 'ended') return no(words.ended);
  if (!actor.seats.includes(seat)) return refuse('not_allowed', words.notYourSeat);
  if (decision.capacities.some(({ person }) => person === actor.id)) return no(words.capacityFixed);
  const capacities = [...decision.capacities, { person: actor.id, seat }];
  return done({ ...decision, capacities }, entry('capacity_declared', now, actor.id, { seat }));
}

/** A seat's position. It joins those before it: the newest counts, all are kept. */
export function takePosition(
  decision: Decision,
  { seat, position, through }: Of<'take_position'>,
  context: Now,
): Applied | Refusal {
  const { now, actor } = context;
  const round = openRound(decision, now);
  if (!round) return no(words.roundClosed);
  const onPaper = through.channel === 'paper' || through.channel === 'spoken';
  const refusal =
    (onPaper ? mayRecord(actor, through.witness) : mayActFor(decision, actor, seat)) ??
    mayAnswer(decision, seat) ??
    fits(decision, round, position);
  if (refusal) return refusal;
  const given: GivenPosition = {
    seat,
    position,
    by: actor.id,
    at: now,
    channel: through.channel,
    version: round.version,
    witness: onPaper ? through.witness : null,
    reference: onPaper ? through.reference : null,
    ...supported(through),
  };
  return record(decision, round, given);
}

/** The same position again, on the words as they are now. */
export function confirmPosition(
  decision: Decision,
  { seat, through }: Of<'confirm_position'>,
  { now, actor }: Now,
): Applied | Refusal {
  const round = openRound(decision, now);
  if (!round) return no(words.roundClosed);
  const refusal = mayActFor(decision, actor, seat) ?? mayAnswer(decision, seat);
  if (refusal) return refusal;
  const before = newest(consensusRounds(decision).flatMap(({ positions }) => positions)).get(seat);
  const counts = current(round).some((each) => each.seat === seat);
  if (!before || counts || round.step !== null) return no(words.nothingToConfirm);
  const given: GivenPosition = {
    seat,
    position: before.position,
    by: actor.id,
    at: now,
    channel: through?.channel ?? 'web',
    version: round.version,
    witness: null,
    reference: null,
    ...supported(through),
  };
  return record(decision, round, given);
}

/** Left out where nobody helped: so stand the positions that were given before anyone could say so. */
function supported(through: object = {}): Pick<GivenPosition, 'supporter'> {
  return 'supporter' in through && typeof through.supporter === 'string'
    ? { supporter: through.supporter }
    : {};
}

function mayRecord(actor: Now['actor'], witness: string): Refusal | undefined {
  return must(actor, 'recorder') ?? (witness === actor.id ? no(words.ownWitness) : undefined);
}

function mayAnswer(decision: Decision, seat: string): Refusal | undefined {
  if (decision.joined.some((each) => each.seat.id === seat)) return no(words.joinedLater);
  if (!sealedOf(decision).electorate.some(({ id }) => id === seat)) return no(words.notInElectorate);
  const out = outs(decision).find((each) => each.seat === seat);
  if (out?.why === 'left') return no(words.seatLeft);
  return out?.why === 'conflict' ? no(words.noVote) : undefined;
}

function fits(decision: Decision, round: Round, position: Position): Refusal | undefined {
  const step = votingStep(decision, round);
  const kind = !step ? 'consensus' : step.kind === 'ranked_choice' ? 'ranking' : 'vote';
  if (!takes(kind, position.choice))
    return refuse('invalid', words.wrongChoice, { choice: words.wrongChoice });
  if (position.choice === 'ranking' && step) {
    const options = optionsOf(decision, step);
    if (!position.ranking.every((option) => options.includes(option)))
      return refuse('invalid', words.unknownOption, { ranking: words.unknownOption });
  }
  const value = position.choice === 'block' ? position.value : undefined;
  if (value !== undefined && !(sealedOf(decision).values ?? []).includes(value))
    return refuse('invalid', words.unknownValue, { value: words.unknownValue });
  return undefined;
}

function record(decision: Decision, round: Round, given: GivenPosition): Applied {
  const { seat, position, at, by, channel, version, witness } = given;
  const { reason, ...choice } = position;
  const { harm, change, ...bound } = { harm: undefined, change: undefined, ...choice };
  const hidden = sealedOf(decision).rule.visibility.when === 'when_closed';
  const alive = position.choice === 'block' ? aliveBlock(decision.blocks, seat) : undefined;
  // A recount needs this when the words themselves have been erased.
  const again =
    position.choice === 'block' && alive ? { sameGround: sameGround(alive.position, position) } : {};
  const blocks = round.step === null ? blocksAfter(decision, round, given) : decision.blocks;
  return done(
    { ...withRound(decision, { ...round, positions: [...round.positions, given] }), blocks },
    entry(
      'position_taken',
      at,
      by,
      { round: round.number, seat, ...bound, ...again, channel, version, witness },
      { reason, harm, change, reference: given.reference ?? undefined, supporter: given.supporter },
      hidden,
    ),
  );
}

/**
 * A block begins, lives on, or ends. Its owner clears it by saying something else: with new words it was integrated,
 * without it was withdrawn. Saying it again changes nothing that the testers found; another ground, or words that
 * changed since it was set aside, make it a new block.
 */
function blocksAfter({ blocks }: Decision, round: Round, given: GivenPosition): readonly Block[] {
  const { seat, position, by, at } = given;
  const alive = aliveBlock(blocks, seat);
  const step = (state: BlockState) => ({ state, by, at, round: round.number, reason: position.reason ?? '' });
  const changed = alive !== undefined && round.version > alive.version;
  if (position.choice === 'block' && alive && sameGround(alive.position, position))
    if (stands(stateOf(alive)) || !changed) return blocks;
  const ended = alive
    ? replace(blocks, alive, {
        ...alive,
        steps: [...alive.steps, step(changed ? 'integrated' : 'withdrawn')],
      })
    : blocks;
  if (position.choice !== 'block') return ended;
  const { version } = round;
  return [...ended, { seat, version, position, steps: [step('raised')], findings: [], answer: null }];
}

/** The block that this seat has and has not cleared. */
export function aliveBlock(blocks: readonly Block[], seat: string): Block | undefined {
  const last = blocks.findLast((block) => block.seat === seat);
  return last && !isCleared(stateOf(last)) ? last : undefined;
}

function sameGround(a: Block['position'], b: Block['position']): boolean {
  return a.value === b.value && a.harm === b.harm;
}

function isCleared(state: BlockState): boolean {
  return state === 'withdrawn' || state === 'integrated' || state === 'released';
}

function replace(blocks: readonly Block[], old: Block, next: Block): Block[] {
  return blocks.map((block) => (block === old ? next : block));
}
