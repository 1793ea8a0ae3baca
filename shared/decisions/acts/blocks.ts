import { entry } from '../../ledger/entry.ts';
import type { Side } from '../../partnerships/sides.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type Block, type BlockState, type Finding, type Question, stands, stateOf } from '../blocks.ts';
import { type Decision, openRound, sealedOf } from '../decision.ts';
import type { Applied } from '../entries.ts';
import { latestBlocks, outs } from '../facts.ts';
import { done, mayActFor, must, no, words } from './act.ts';

/**
 * Those whom the rule names judge a block: first whether it is one, followedBy, once it has been answered in writing, whether
 * it has been addressed. Where one seat from each side tests, a block is set aside only if every side says so.
 */
export function testBlock(decision: Decision, action: Of<'test_block'>, context: Now): Applied | Refusal {
  const { now, actor } = context;
  const { testedBy } = sealedOf(decision).rule.consensus;
  if (testedBy === 'nobody') return no(words.nobodyTests);
  // Before anything is looked up: whether there is a block must not be learnt from the answer.
  if (testedBy === 'each_side' && isHidden(decision, now)) return no(words.hiddenNow);
  const refusal =
    testedBy === 'facilitator' ? must(actor, 'facilitator') : mayTest(decision, action, context);
  if (refusal) return refusal;
  const block = latestBlocks(decision).find(({ seat }) => seat === action.seat);
  if (!block || stateOf(block) !== (action.question === 'is_a_block' ? 'raised' : 'qualified'))
    return no(words.notToTest);
  if (action.question === 'is_addressed' && !block.answer) return no(words.answerFirst);
  const seat = testedBy === 'each_side' ? (action.as ?? null) : null;
  if (seat !== null && findingOf(decision, block, action.question, sideOf(decision, seat)))
    return no(words.sideHasTested);
  const finding: Finding = {
    question: action.question,
    yes: action.yes,
    by: actor.id,
    seat,
    at: now,
    round: decision.rounds.length,
    reason: action.reason,
  };
  const tested = resolve(decision, { ...block, findings: [...block.findings, finding] }, finding);
  return done(
    replace(decision, block, tested),
    entry(
      'block_tested',
      now,
      actor.id,
      { block: block.seat, question: action.question, yes: action.yes, seat, state: stateOf(tested) },
      { reason: action.reason },
      isHidden(decision, now),
    ),
  );
}

function mayTest(decision: Decision, { as, seat }: Of<'test_block'>, { actor }: Now): Refusal | undefined {
  if (as === undefined || as === seat) return refuse('invalid', words.whoTests, { as: words.whoTests });
  const counted = !outs(decision).some((out) => out.seat === as) && sideOf(decision, as) !== undefined;
  return mayActFor(decision, actor, as) ?? (counted ? undefined : no(words.noVote));
}

function resolve(decision: Decision, block: Block, last: Finding): Block {
  const { testedBy } = sealedOf(decision).rule.consensus;
  const found =
    testedBy === 'facilitator'
      ? [last.yes]
      : testingSides(decision, block).map((side) => findingOf(decision, block, last.question, side)?.yes);
  if (found.some((yes) => yes === undefined)) return block;
  const step = {
    state: verdict(last.question, found),
    by: last.by,
    at: last.at,
    round: last.round,
    reason: last.reason,
  };
  return { ...block, steps: [...block.steps, step] };
}

/** One side that holds a block to be one, or not to be addressed, is enough for it to go on. */
function verdict(question: Question, found: readonly (boolean | undefined)[]): BlockState {
  switch (question) {
    case 'is_a_block':
      return found.includes(true) ? 'qualified' : 'concern';
    case 'is_addressed':
      return found.includes(false) ? 'sustained' : 'addressed';
  }
}

/** Sides with a counted seat other than the one that blocks. */
function testingSides(decision: Decision, { seat }: Block): Side[] {
  const out = outs(decision);
  const able = sealedOf(decision).electorate.filter(
    ({ id }) => id !== seat && !out.some((each) => each.seat === id),
  );
  return [...new Set(able.map(({ side }) => side))];
}

function findingOf(decision: Decision, { findings }: Block, question: Question, side: Side | undefined) {
  return findings.find(
    (each) => each.question === question && each.seat !== null && sideOf(decision, each.seat) === side,
  );
}

function sideOf(decision: Decision, seat: string): Side | undefined {
  return sealedOf(decision).electorate.find(({ id }) => id === seat)?.side;
}

/** A written answer to a block. */
export function answerBlock(
  decision: Decision,
  { seat, text }: Of<'answer_block'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const block = standing(decision, seat);
  if (!block) return no(words.noBlock);
  const answer = { by: actor.id, at: now, round: decision.rounds.length, text };
  return done(
    replace(decision, block, { ...block, answer }),
    entry('block_answered', now, actor.id, { block: seat }, { text }, isHidden(decision, now)),
  );
}

/** The block of a seat that is no longer counted does not lapse by itself: the facilitator says why it does. */
export function releaseBlock(
  decision: Decision,
  { seat, reason }: Of<'release_block'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const block = standing(decision, seat);
  if (!block) return no(words.noBlock);
  if (!outs(decision).some((out) => out.seat === seat)) return no(words.ownersBlock);
  const step = { state: 'released' as const, by: actor.id, at: now, round: decision.rounds.length, reason };
  return done(
    replace(decision, block, { ...block, steps: [...block.steps, step] }),
    entry('block_released', now, actor.id, { block: seat }, { reason }, isHidden(decision, now)),
  );
}

function standing(decision: Decision, seat: string): Block | undefined {
  return latestBlocks(decision).find((block) => block.seat === seat && stands(stateOf(block)));
}

function isHidden(decision: Decision, now: number): boolean {
  const round = openRound(decision, now);
  return round !== undefined && sealedOf(decision).rule.visibility.when === 'when_closed';
}

function replace(decision: Decision, old: Block, next: Block): Decision {
  return { ...decision, blocks: decision.blocks.map((block) => (block === old ? next : block)) };
}
