import type { Step } from '../ladder.ts';
import type { Rule } from '../rule.ts';
import { compareSteps } from './compareSteps.ts';
import { type Difference, looser, tighter } from './difference.ts';
import { adoptsAfter } from './starting.ts';

/**
 * Steps are the same when they have the same id and kind. They keep their order; more may be asked of each; a pause may be
 * put between, and a step left out where nothing after it can say yes instead.
 */
export function compareLadders(named: Rule, rule: Rule, voices: number): Difference[] {
  const before = named.ladder;
  const pairs = rule.ladder.map((step) => before.findIndex((each) => isSame(each, step)));
  const kept = pairs.filter((index) => index >= 0);
  if (kept.some((index, at) => at > 0 && index < (kept[at - 1] as number)))
    return [looser('ladder', 'stepOrder')];
  return [
    ...before.flatMap((step, index) => (kept.includes(index) ? [] : leftOut(step, index, before, rule))),
    ...rule.ladder.flatMap((step, index) => {
      const was = before[pairs[index] as number];
      return was ? compareSteps(was, step, { index, ladder: rule.ladder, voices }) : [added(step, index)];
    }),
  ];
}

function isSame(one: Step, other: Step): boolean {
  return one.id === other.id && one.kind === other.kind;
}

function leftOut(step: Step, index: number, before: readonly Step[], { ladder }: Rule): Difference[] {
  if (step.kind === 'pause') return [looser('ladder', 'pauseOut')];
  const next = before.slice(index + 1).find((each) => ladder.some((kept) => isSame(kept, each)));
  const place = next ? ladder.findIndex((each) => isSame(each, next)) : ladder.length;
  return [adoptsAfter(ladder, place - 1) ? looser('ladder', 'stepOut') : tighter('ladder', 'stepOut')];
}

function added(step: Step, index: number): Difference {
  const field = `ladder.${index}`;
  const onlyTalk = step.kind === 'pause' && step.when.length === 1 && step.when[0] === 'rounds_used';
  if (step.kind === 'status_quo' && !step.when.includes('sustained_block'))
    return tighter(field, 'statusQuoIn');
  return onlyTalk ? tighter(field, 'pauseIn') : looser(field, 'stepIn');
}
