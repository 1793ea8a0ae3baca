import type { Step } from '../ladder.ts';
import { PLACEHOLDERS } from '../library/parts.ts';
import { needed, type Threshold } from '../ratio.ts';
import { type Difference, type Differing, looser, more, moreForAll, tighter, upTo } from './difference.ts';
import { adoptsAfter, adoptsBeside, quorumMayStart, startsEarly, tieMayStart } from './starting.ts';

/** Where a step stands, in which ladder, and how many voices there can be. */
export interface Place {
  readonly index: number;
  readonly ladder: readonly Step[];
  readonly voices: number;
}

/** In what a step differs from the same one in the named rule. */
export function compareSteps(named: Step, step: Step, place: Place): Difference[] {
  const at = (field: string) => `ladder.${place.index}.${field}`;
  return [
    ...(sameTriggers(named, step) ? [] : [looser(at('when'), 'when')]),
    ...compareWaits(named, step, place),
    ...compareVotes(named, step, place),
    ...compareKinds(named, step, place, at),
  ];
}

function sameTriggers({ when: one }: Step, { when: other }: Step): boolean {
  return one.length === other.length && one.every((trigger) => other.includes(trigger));
}

/**
 * What it waits for. Where it is passed over for that, a later step must not say yes in its place; where it would have
 * started before the rounds were used up, no other step at all.
 */
function compareWaits({ after: was }: Step, step: Step, { index, ladder }: Place): Difference[] {
  const now = step.after;
  const field = `ladder.${index}.after`;
  const asked = [
    ...more(field, 'after', was?.rounds ?? 0, now?.rounds ?? 0),
    ...more(field, 'after', was?.meetings ?? 0, now?.meetings ?? 0),
    ...more(field, 'after', was?.blocksAnswered ? 1 : 0, now?.blocksAnswered ? 1 : 0),
  ];
  const raises = asked.some(({ verdict }) => verdict === 'tighter');
  return [
    ...new Map(asked.map((each) => [each.verdict, each])).values(),
    ...(was && now ? more(field, 'waitDays', was.waitDays, now.waitDays) : []),
    ...(raises && (adoptsAfter(ladder, index) || (startsEarly(step) && adoptsBeside(ladder, index)))
      ? [looser(field, 'passedOver')]
      : []),
  ];
}

/** What every vote has. */
function compareVotes(named: Step, step: Step, { index, ladder }: Place): Difference[] {
  if (!('wording' in named && 'wording' in step)) return [];
  const field = `ladder.${index}`;
  const asksNow = !named.quorum && step.quorum;
  return [
    ...(named.wording === step.wording ? [] : [looser(`${field}.wording`, 'wording')]),
    ...more(`${field}.quorum`, 'stepQuorum', Number(named.quorum), Number(step.quorum)),
    ...(asksNow && quorumMayStart(ladder) ? [looser(`${field}.quorum`, 'quorumStarts')] : []),
  ];
}

function compareKinds(named: Step, step: Step, place: Place, at: (field: string) => string): Difference[] {
  const longer = 'days' in named && 'days' in step && more(at('days'), 'stepDays', named.days, step.days);
  const share = (field: string, was: Threshold, now: Threshold) =>
    compareThresholds(at(field), was, now, { voices: place.voices, casts: false });
  switch (step.kind) {
    case 'majority':
      return named.kind !== 'majority'
        ? []
        : [
            ...(longer || []),
            ...compareThresholds(at('threshold'), named.threshold, step.threshold, {
              voices: place.voices,
              casts: step.castingVote !== undefined,
            }),
            ...castingVotes(named.castingVote, step.castingVote, place),
          ];
    case 'concurrent_majority':
      return named.kind !== 'concurrent_majority'
        ? []
        : [
            ...(longer || []),
            ...share('overall', named.overall, step.overall),
            ...share('within', named.within, step.within),
            ...moreOf(at('sides'), 'sides', named.sides, step.sides),
            ...more(
              at('emptySide'),
              'emptySide',
              Number(named.emptySide === 'fails'),
              Number(step.emptySide === 'fails'),
            ),
          ];
    case 'ranked_choice': {
      const same =
        named.kind === 'ranked_choice' &&
        named.method === step.method &&
        named.unranked === step.unranked &&
        named.withStatusQuo === step.withStatusQuo;
      return [...(longer || []), ...(same ? [] : [looser(at('method'), 'method')])];
    }
    case 'named_decider': {
      const was = named.kind === 'named_decider' ? named.decider : step.decider;
      const another = was.id !== step.decider.id && !PLACEHOLDERS.includes(was.id);
      return [...(longer || []), ...(another ? [looser(at('decider'), 'decider')] : [])];
    }
    case 'refer_to_bodies': {
      const was = named.kind === 'refer_to_bodies' ? named.bodies : [];
      const ids = was.map(({ id }) => id).filter((id) => !PLACEHOLDERS.includes(id));
      const now = step.bodies.map(({ id }) => id);
      return [...(longer || []), ...(ids.length > 0 ? moreOf(at('bodies'), 'bodies', ids, now) : [])];
    }
    case 'trial':
      return named.kind === 'trial' ? more(at('days'), 'trialDays', -named.days, -step.days) : [];
    case 'pause':
      return [
        ...(longer || []),
        ...(named.kind === 'pause' ? more(at('times'), 'times', named.times, step.times) : []),
      ];
    case 'status_quo':
      return [];
  }
}

/** A share of all asks for as much as the same share of those who answered, or for more; never for less. */
const REACH = { for_and_against: 0, cast: 1, eligible: 2 } as const;

interface Counted {
  readonly voices: number;
  /** Whether a tie can be broken: that voice then counts once more, also in the base unless that is all who may vote. */
  readonly casts: boolean;
}

function compareThresholds(
  field: string,
  was: Threshold,
  now: Threshold,
  { voices, casts }: Counted,
): Difference[] {
  if (REACH[now.of] < REACH[was.of]) return [looser(field, 'threshold')];
  const onceMore = casts && was.of !== 'eligible' && now.of === 'eligible' ? 1 : 0;
  const found = moreForAll(
    field,
    'threshold',
    upTo(voices + 1).map((base) => [
      needed(base + onceMore, was.ratio, was.comparison),
      needed(base, now.ratio, now.comparison),
    ]),
  );
  return found.length === 0 && was.of !== now.of ? [tighter(field, 'threshold')] : found;
}

function castingVotes(was: string | undefined, now: string | undefined, place: Place): Difference[] {
  if (was === now) return [];
  const field = `ladder.${place.index}.castingVote`;
  if (now !== undefined || tieMayStart(place.ladder, place.index)) return [looser(field, 'castingVote')];
  return [tighter(field, 'castingVote')];
}

function moreOf(
  field: string,
  what: Differing,
  was: readonly string[],
  now: readonly string[],
): Difference[] {
  if (!was.every((each) => now.includes(each))) return [looser(field, what)];
  return now.length > was.length ? [tighter(field, what)] : [];
}
