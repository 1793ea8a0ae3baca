import { type BlockState, stands } from '../blocks.ts';
import type { Out, Seat } from '../electorate.ts';
import type { VotingStep } from '../ladder.ts';
import type { ConsensusTest, Quorum } from '../rule.ts';
import { consensusLines, consensusResult } from './consensus.ts';
import { allHold } from './lines.ts';
import { castingVote, concurrentLines, majorityLines, majorityResult } from './majority.ts';
import { quorumLines } from './quorum.ts';
import { rankedResult, rankedWorking } from './ranked.ts';
import { type Given, isCast, isEligible, sideCounts, tally, type Voice, voices } from './voices.ts';
import type { Counted, Line, Result, Working } from './working.ts';

export interface Round {
  readonly voice: 'seat' | 'organisation';
  readonly electorate: readonly Seat[];
  readonly out: readonly Out[];
  /** The newest position of each seat that has one on these words, in any order. */
  readonly given: readonly Given[];
  /** Every block that has been raised and not cleared, one a seat. */
  readonly blocks: readonly { readonly seat: string; readonly state: BlockState }[];
  /** Null where a step of the ladder asks for no quorum. */
  readonly quorum: Quorum | null;
  readonly test: { readonly kind: 'consensus'; readonly consensus: ConsensusTest } | VotingStep;
  /** What is ranked, where options are. */
  readonly options: readonly string[];
}

/**
 * Counts one round, for real and in rehearsal: the result, with every number and comparison that led to it.
 * It knows no clock, no names and no order of arrival. Needs each seat at most once in `given`.
 */
export function count(round: Round): Counted {
  const all = voices(round.voice, round.electorate, round.out, round.given);
  const answers = round.quorum ? quorumLines(round.quorum, all) : [];
  const found = tested(round, all);
  const cast = all.filter(isCast).length;
  const eligible = all.filter(isEligible).length;
  const quorate = allHold(answers);
  const working: Working = {
    kind: round.test.kind,
    voice: round.voice,
    eligible,
    cast,
    silent: eligible - cast,
    quorate,
    out: everyOut(round),
    tally: tally(all),
    tallyWithLeavers: withLeavers(round),
    sides: sideCounts(all),
    lines: [...answers, ...found.lines],
    blocks: round.blocks.map(({ seat, state }) => ({ seat, state, stands: stands(state) })),
    divided: all.filter(({ divided }) => divided).flatMap(({ seats }) => [...seats]),
    castingVote: found.castingVote ?? null,
    ranked: found.ranked ?? null,
  };
  return { result: resultOf(all, quorate, found.result), working };
}

/** Nothing said comes before too few answers, and too few before what the few said. */
function resultOf(all: readonly Voice[], quorate: boolean, otherwise: Result): Result {
  const cast = all.filter(isCast);
  if (cast.every(({ choice }) => choice === 'abstain')) return { kind: 'not_decided' };
  return quorate ? otherwise : { kind: 'not_quorate' };
}

interface Tested extends Partial<Pick<Working, 'castingVote' | 'ranked'>> {
  readonly lines: readonly Line[];
  readonly result: Result;
}

/** One voice blocks once, however many of its seats do. The block of a seat that is not counted stands all the same. */
function blockingVoices(blocks: Round['blocks'], all: readonly Voice[]): number {
  const blocking = new Set(blocks.filter(({ state }) => stands(state)).map(({ seat }) => seat));
  return all.filter(({ seats }) => seats.some((seat) => blocking.has(seat))).length;
}

function tested({ test, blocks, options }: Round, all: readonly Voice[]): Tested {
  switch (test.kind) {
    case 'consensus': {
      const lines = consensusLines(test.consensus, all, blockingVoices(blocks, all));
      return { lines, result: consensusResult(lines) };
    }
    case 'majority': {
      const casting = castingVote(test, all);
      const lines = majorityLines(test, all, casting);
      return { lines, castingVote: casting, result: majorityResult(lines, all, casting) };
    }
    case 'concurrent_majority': {
      const lines = concurrentLines(test, all);
      return { lines, result: majorityResult(lines, all, null) };
    }
    case 'ranked_choice': {
      const ranked = rankedWorking(test, options, all);
      return { lines: [], ranked, result: rankedResult(ranked) };
    }
  }
}

/** Seats that are not counted, in the electorate's order. */
function everyOut({ electorate, out, given }: Round): Out[] {
  const why = new Map(out.map((each) => [each.seat, each.why]));
  for (const { seat, position } of given)
    if (position.choice === 'outside_our_powers' && !why.has(seat)) why.set(seat, position.choice);
  return electorate.flatMap(({ id }) => {
    const reason = why.get(id);
    return reason ? [{ seat: id, why: reason }] : [];
  });
}

function withLeavers({ voice, electorate, out, given }: Round): Working['tallyWithLeavers'] {
  if (!out.some(({ why }) => why === 'left')) return null;
  const still = out.filter(({ why }) => why !== 'left');
  return tally(voices(voice, electorate, still, given));
}
