import { quorumNeed } from '../count/quorum.ts';
import { atMost, type Comparison, needed, type Ratio } from '../ratio.ts';
import type { ConsensusTest, Rule } from '../rule.ts';
import { compareLadders } from './compareLadders.ts';
import { type Difference, looser, more, moreForAll, tighter, upTo } from './difference.ts';
import { blocksMayStart, quorumMayStart } from './starting.ts';

/**
 * In what a rule differs from the named rule that it was made from, for at most so many voices. Where nothing in it is
 * looser, whatever it lets pass the named rule would have let pass too, if everyone said the same; and nobody has less
 * time, or is shown more of others, than the named rule promised.
 */
export function compareRules(named: Rule, rule: Rule, voices: number): Difference[] {
  return [
    ...(named.voice === rule.voice ? [] : [looser('voice', 'voice')]),
    ...compareQuorums(named, rule, voices),
    ...compareTests(named, rule, voices),
    ...compareRounds(named, rule),
    ...compareVisibility(named, rule),
    ...more('minorityDays', 'minorityDays', named.minorityDays, rule.minorityDays),
    ...compareLadders(named, rule, voices),
  ];
}

/** Whether a rule may be taken as a tightening of the one that it was compared with. */
export function isOnlyTighter(differences: readonly Difference[]): boolean {
  return differences.every(({ verdict }) => verdict === 'tighter');
}

function compareQuorums(named: Rule, rule: Rule, voices: number): Difference[] {
  const need = ({ quorum }: Rule, count: number) => quorumNeed(quorum, count).need;
  const found = [
    ...moreForAll(
      'quorum.atLeast',
      'quorum',
      upTo(voices).map((count) => [need(named, count), need(rule, count)]),
    ),
    ...more('quorum.fromEachSide', 'fromEachSide', named.quorum.fromEachSide, rule.quorum.fromEachSide),
  ];
  const raises = found.some(({ verdict }) => verdict === 'tighter');
  return raises && quorumMayStart(rule.ladder) ? [...found, looser('quorum.atLeast', 'quorumStarts')] : found;
}

function compareTests({ consensus: named }: Rule, { consensus: test, ladder }: Rule, voices: number) {
  const at = (field: string) => `consensus.${field}`;
  const fewerBlocks = more(at('blocks'), 'blocks', -named.blocks, -test.blocks);
  const starts = fewerBlocks.some(({ verdict }) => verdict === 'tighter') && blocksMayStart(ladder);
  return [
    ...fewerBlocks,
    ...(starts ? [looser(at('blocks'), 'blocksStart')] : []),
    ...more(at('testedBy'), 'testedBy', TESTERS[named.testedBy], TESTERS[test.testedBy]),
    ...compareSupport(at('support'), 'support', named.support, test.support, voices),
    ...compareCaps(at('standAsides'), 'standAsides', named.standAsides, test.standAsides, voices),
    ...compareEachSide(named.eachSide, test.eachSide, voices),
  ];
}

/** Nobody can set a block aside; all who test it together can; one person alone can. */
const TESTERS = { facilitator: 0, each_side: 1, nobody: 2 } as const;

type EachSide = ConsensusTest['eachSide'];

function compareEachSide(named: EachSide, test: EachSide, voices: number): Difference[] {
  const field = 'consensus.eachSide';
  if (!named) return test ? [tighter(field, 'eachSide')] : [];
  if (!test) return [looser(field, 'eachSide')];
  return [
    ...compareSupport(`${field}.support`, 'sideSupport', named.support, test.support, voices),
    ...compareCaps(`${field}.standAsides`, 'sideStandAsides', named.standAsides, test.standAsides, voices),
  ];
}

type Support = { readonly ratio: Ratio; readonly comparison: Comparison; readonly of: 'eligible' | 'cast' };

function compareSupport(
  field: string,
  what: 'support' | 'sideSupport',
  named: Support,
  given: Support,
  voices: number,
): Difference[] {
  if (named.of === 'eligible' && given.of === 'cast') return [looser(field, what)];
  const found = moreForAll(
    field,
    what,
    upTo(voices).map((base) => [
      needed(base, named.ratio, named.comparison),
      needed(base, given.ratio, given.comparison),
    ]),
  );
  return found.length === 0 && named.of !== given.of ? [tighter(field, what)] : found;
}

function compareCaps(
  field: string,
  what: 'standAsides' | 'sideStandAsides',
  named: number | Ratio,
  given: number | Ratio,
  voices: number,
): Difference[] {
  const cap = (most: number | Ratio, base: number) => (typeof most === 'number' ? most : atMost(base, most));
  return moreForAll(
    field,
    what,
    [0, ...upTo(voices)].map((base) => [-cap(named, base), -cap(given, base)]),
  );
}

function compareRounds({ rounds: named }: Rule, { rounds, ladder }: Rule): Difference[] {
  const at = (field: keyof typeof rounds) => `rounds.${field}`;
  const later = rounds.most > named.most && blocksMayStart(ladder);
  return [
    ...more(at('most'), 'rounds', named.most, rounds.most),
    ...(later ? [looser(at('most'), 'roundsStart')] : []),
    ...more(at('days'), 'roundDays', named.days, rounds.days),
    ...more(at('gapDays'), 'gapDays', named.gapDays, rounds.gapDays),
    ...more(at('extensionDays'), 'extensionDays', named.extensionDays, rounds.extensionDays),
    ...more(at('freezeHours'), 'freezeHours', named.freezeHours, rounds.freezeHours),
  ];
}

function compareVisibility({ visibility: named }: Rule, { visibility }: Rule): Difference[] {
  const rank = { as_they_come: 0, when_closed: 1, seat: 0, side: 1 } as const;
  return [
    ...more('visibility.when', 'visibleWhen', rank[named.when], rank[visibility.when]),
    ...more('visibility.by', 'visibleBy', rank[named.by], rank[visibility.by]),
  ];
}
