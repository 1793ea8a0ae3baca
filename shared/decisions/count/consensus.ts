import type { Side } from '../../partnerships/sides.ts';
import type { ConsensusTest } from '../rule.ts';
import { allHold, atMostLine, baseOf, saying, shareLine, waivedLine } from './lines.ts';
import { isEligible, sidesOf, type Voice } from './voices.ts';
import type { Line, Result } from './working.ts';

/** Blocks, support and stand-asides: for all together and, where the rule says so, within each side. */
export function consensusLines(test: ConsensusTest, all: readonly Voice[], standing: number): Line[] {
  const sides = test.eachSide ? sidesOf(all) : [];
  return [
    atMostLine('blocks', null, standing, test.blocks, 0),
    ...supportLines(test, null, all),
    ...sides.flatMap((side) => {
      const mine = all.filter((voice) => voice.side === side);
      if (!test.eachSide) return [];
      return mine.some(isEligible)
        ? supportLines(test.eachSide, side, mine)
        : [waivedLine('support', side, mine)];
    }),
  ];
}

function supportLines(
  { support, standAsides }: Pick<ConsensusTest, 'support' | 'standAsides'>,
  side: Side | null,
  of: readonly Voice[],
): Line[] {
  return [
    shareLine(
      'support',
      side,
      saying(of, 'agree', 'agree_with_reservations'),
      support,
      baseOf(support.of, of),
    ),
    atMostLine('stand_asides', side, saying(of, 'stand_aside'), standAsides, baseOf('cast', of)),
  ];
}

export function consensusResult(lines: readonly Line[]): Result {
  if (lines.some(({ test, holds }) => test === 'blocks' && !holds)) return { kind: 'blocked' };
  return { kind: allHold(lines) ? 'agreed' : 'not_agreed' };
}
