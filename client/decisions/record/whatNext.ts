import type { Step, Trigger } from '../../../shared/decisions/ladder.ts';
import type { DecisionAnswer, RecordRound, RecordStep } from '../../../shared/decisions/recordApi.ts';
import { many, say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { sayMoment } from '../times.ts';

const words = recordWords.next;
type Known = Pick<
  DecisionAnswer,
  'now' | 'state' | 'sealed' | 'rounds' | 'steps' | 'meetings' | 'bodies' | 'review'
>;

/** What time and the sealed ladder will bring, in the order in which it would come, as plain sentences. */
export function whatNext(decision: Known): string[] {
  const { state, now } = decision;
  switch (state.kind) {
    case 'draft':
      return [words.draft];
    case 'ended':
      return afterwards(decision);
    case 'open': {
      const { stage } = state;
      switch (stage.kind) {
        case 'round': {
          const round = decision.rounds.at(-1);
          if (!round) return [];
          return round.step === null ? consensusNext(decision, round) : voteNext(decision, round);
        }
        case 'between':
          return [
            say(words.between, { when: sayMoment(stage.until, now), number: decision.rounds.length + 1 }),
          ];
        case 'waiting':
          return [
            say(words.waiting, { number: numberOf(decision, stage.step), when: sayMoment(stage.until, now) }),
          ];
        case 'deciding': {
          const step = decision.sealed?.rule.ladder.find(({ id }) => id === stage.step);
          const name = step?.kind === 'named_decider' ? step.decider.name : '';
          return [say(words.deciding, { name, when: sayMoment(stage.until, now) }), words.silent];
        }
        case 'paused':
          return [say(words.paused, { when: sayMoment(stage.until, now) })];
      }
    }
  }
}

function consensusNext(decision: Known, round: RecordRound): string[] {
  const { sealed, now, rounds } = decision;
  if (!sealed) return [];
  const when = sayMoment(round.closesAt, now);
  const { most, gapDays } = sealed.rule.rounds;
  const held = rounds.filter(({ step }) => step === null).length;
  const used = held >= most || lastTurn(decision.steps) >= 0;
  const gap = many(gapDays, words.days);
  const noBlock = stepFor(decision, used ? ['rounds_used'] : []);
  const block = stepFor(decision, used ? ['sustained_block', 'rounds_used'] : ['sustained_block']);
  const whatThen = (step: Next | undefined, now_: string, waits: string, another: string) => {
    if (step?.ready === 'yes') return say(now_, { when, ...step });
    if (!used) return say(another, { gap });
    return step ? say(waits, { when, ...step }) : say(words.ends, { when });
  };
  const blocked = whatThen(block, words.block, words.blockWaits, words.blockRound);
  const notYet = whatThen(noBlock, words.notYetStep, words.notYetWaits, words.notYet);
  const same = block?.number === noBlock?.number && (used || block?.ready !== 'yes');
  return [
    say(words.counted, { when }),
    words.agreed,
    ...(same ? [used ? notYet : blocked] : [blocked, notYet]),
    tooFew(decision, round),
  ];
}

function voteNext(decision: Known, round: RecordRound): string[] {
  const next = stepFor(decision, ['rounds_used']);
  return [
    say(words.counted, { when: sayMoment(round.closesAt, decision.now) }),
    words.passes,
    next ? say(words.fails, { ...next }) : words.failsEnds,
    ...(round.counted?.working.lines.some(({ test }) => test === 'answers') ? [tooFew(decision, round)] : []),
  ];
}

function tooFew(decision: Known, { extended }: RecordRound): string {
  const days = decision.sealed?.rule.rounds.extensionDays ?? 0;
  if (!extended && days > 0) return say(words.extended, { days: many(days, words.days) });
  const step = stepFor(decision, ['quorum_missed_twice']);
  return step ? say(words.tooFewStep, { ...step }) : words.lapses;
}

interface Next {
  readonly number: number;
  readonly does: string;
  /** Whether nothing that it asks for is still missing when this round has closed. */
  readonly ready: 'yes' | 'no';
}

/** The next step of the ladder that one of these would start. Its place is counted with the rounds as the first. */
function stepFor(decision: Known, fired: readonly Trigger[]): Next | undefined {
  const ladder = decision.sealed?.rule.ladder ?? [];
  const last = lastTurn(decision.steps);
  const pause = fired.includes('rounds_used') && pausesAgain(ladder[last], decision.steps[last]);
  const index = pause
    ? last
    : ladder.findIndex(({ when }, place) => place > last && when.some((trigger) => fired.includes(trigger)));
  const step = ladder[index];
  if (!step) return undefined;
  const reading = decision.steps.find(({ id }) => id === step.id)?.reading ?? '';
  return { number: index + 2, does: afterColon(reading), ready: isReady(decision, step) ? 'yes' : 'no' };
}

/** Steps have one turn each, in order: the place of the last that had its own, or has it now. */
function lastTurn(steps: readonly RecordStep[]): number {
  return steps.findLastIndex(
    ({ state }) => state === 'ran' || state === 'running' || state === 'passed_over',
  );
}

/** A pause starts once, and comes back within it as often as it says. */
function pausesAgain(step: Step | undefined, run: RecordStep | undefined): boolean {
  return step?.kind === 'pause' && run !== undefined && run.state !== 'passed_over' && run.times < step.times;
}

function isReady({ rounds, meetings }: Known, { after }: Step): boolean {
  if (!after) return true;
  const held = rounds.filter(({ step }) => step === null).length;
  // Whether each block will have been answered by then nobody knows: it waits for that.
  return held >= (after.rounds ?? 0) && meetings.length >= (after.meetings ?? 0) && !after.blocksAnswered;
}

/** What a step does, out of the sentence that says when and what. */
export function afterColon(reading: string): string {
  const at = reading.indexOf(': ');
  return at < 0 ? reading : reading.slice(at + 2);
}

function numberOf({ steps }: Known, id: string): number {
  return steps.findIndex((step) => step.id === id) + 2;
}

function afterwards({ state, bodies, review, now }: Known): string[] {
  if (state.kind !== 'ended') return [];
  const open = bodies.filter(({ answer }) => answer === null).length;
  const said = [
    ...(open > 0 ? [many(open, words.bodies)] : []),
    ...(state.ending.kind === 'adopted_as_trial'
      ? [say(words.trial, { when: sayMoment(state.ending.until, now) })]
      : []),
    ...(review
      ? [say(review.at > now ? words.review : words.reviewDue, { when: sayMoment(review.at, now) })]
      : []),
  ];
  return said.length > 0 ? said : [words.over];
}
