import { decisionsWords } from '../messages/en/decisions.ts';
import { partnershipsWords } from '../messages/en/partnerships.ts';
import type { Step } from './ladder.ts';
import type { Threshold } from './ratio.ts';
import { many, say, shareInWords } from './say.ts';

const words = decisionsWords.reading;

/** One step of the ladder in sentences: what starts it, what it does, and what it waits for. `later`: others come before it. */
export function readStep(step: Step, later: boolean): string {
  const when = step.when.map((trigger) => words.triggers[trigger]).join(words.or);
  const what = whatItDoes(step);
  const waits = step.after ? ` ${waitsFor(step.after)}` : '';
  const sentence = later && step.when.includes('rounds_used') ? words.stepAfter : words.step;
  const quorum = 'quorum' in step ? ` ${step.quorum ? words.sameQuorum : words.noQuorum}` : '';
  return `${say(sentence, { when, what })}${quorum}${waits}`;
}

function whatItDoes(step: Step): string {
  const length = 'days' in step ? many(step.days, words.days) : '';
  switch (step.kind) {
    case 'majority': {
      const casting =
        step.castingVote === undefined ? words.tieFails : say(words.casting, { seat: step.castingVote });
      return `${say(words.majority, { share: share(step.threshold), length })} ${casting}`;
    }
    case 'concurrent_majority':
      return say(words.concurrent[step.emptySide], {
        share: share(step.overall),
        within: share(step.within),
        sides: step.sides.map((side) => partnershipsWords.sides[side].toLowerCase()).join(', '),
        length,
      });
    case 'ranked_choice':
      return `${say(words.ranked[step.method], { length })} ${words.unranked[step.unranked]}`;
    case 'named_decider':
      return say(words.decider, { name: step.decider.name, length });
    case 'refer_to_bodies':
      return say(words.refer, { names: step.bodies.map(({ name }) => name).join(', '), length });
    case 'trial':
      return say(words.trial, { length, scope: step.scope, stopRule: step.stopRule });
    case 'pause':
      return say(words.pause, { length, times: many(step.times, words.pauses) });
    case 'status_quo':
      return words.statusQuo;
  }
}

function share({ ratio, comparison, of }: Threshold): string {
  return say(words.share[comparison], { ratio: shareInWords(ratio), of: words.thresholdOf[of] });
}

function waitsFor({ rounds, meetings, blocksAnswered, waitDays }: NonNullable<Step['after']>): string {
  const asked = [
    ...(rounds === undefined ? [] : [many(rounds, words.after.rounds)]),
    ...(meetings === undefined ? [] : [many(meetings, words.after.meetings)]),
    ...(blocksAnswered ? [words.after.blocksAnswered] : []),
  ].join(words.and);
  return say(words.waits, { asked, length: many(waitDays, words.days) });
}
