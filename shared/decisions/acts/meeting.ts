import { entry } from '../../ledger/entry.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type Decision, openRound } from '../decision.ts';
import { end } from '../ending.ts';
import { type Applied, followedBy } from '../entries.ts';
import { countRound, standingBlocks, stepOf } from '../facts.ts';
import { LONGEST_ROUND } from '../moments.ts';
import { openConsensusRound, withRound } from '../rounds.ts';
import { closeRound } from '../settle.ts';
import { done, must, no, words } from './act.ts';

/** A mediation meeting was held. */
export function holdMeeting(
  decision: Decision,
  { about }: Of<'hold_meeting'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  if (decision.state.kind !== 'open') return no(words.ended);
  const meetings = [...decision.meetings, { by: actor.id, at: now, text: about }];
  return done({ ...decision, meetings }, entry('meeting_held', now, actor.id, {}, { about }));
}

/** The next round of consensus, before the pause between rounds is over. */
export function openNextRound(
  decision: Decision,
  _: Of<'open_next_round'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const { state } = decision;
  if (state.kind !== 'open' || state.stage.kind !== 'between') return no(words.notBetween);
  return openConsensusRound(decision, now, actor.id);
}

/** Closes a round before its time: only when nobody is left who could still answer. */
export function closeEarly(
  decision: Decision,
  { reason }: Of<'close_early'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const round = openRound(decision, now);
  if (!round) return no(words.roundClosed);
  const { silent, cast } = countRound(decision, round).working;
  if (silent > 0 || cast === 0) return no(words.someSilent);
  return closeRound(decision, now, now, actor.id, reason);
}

export function extend(
  decision: Decision,
  { closesAt, reason }: Of<'extend'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const round = openRound(decision, now);
  if (!round) return no(words.roundClosed);
  if (closesAt <= round.closesAt || closesAt > round.openedAt + LONGEST_ROUND)
    return refuse('invalid', words.extendHow, { closesAt: words.extendHow });
  return done(
    withRound(decision, { ...round, closesAt }),
    entry('extended', now, actor.id, { round: round.number, closesAt }, { reason }),
  );
}

/** The named decider decides, and answers each block in writing. */
export function decide(
  decision: Decision,
  { adopt, reason, answers }: Of<'decide'>,
  { now, actor }: Now,
): Applied | Refusal {
  const { state } = decision;
  if (state.kind !== 'open' || state.stage.kind !== 'deciding') return no(words.nothingToDecide);
  const step = stepOf(decision, state.stage.step);
  if (step.kind !== 'named_decider' || !actor.bodies.includes(step.decider.id))
    return refuse('not_allowed', words.notDecider);
  const blocks = standingBlocks(decision);
  const given = new Map(answers.map(({ seat, text }) => [seat, text]));
  if (blocks.some(({ seat }) => !given.has(seat)))
    return refuse('invalid', words.answerEach, { answers: words.answerEach });
  const answered = decision.blocks.map((block) => {
    const text = blocks.includes(block) ? given.get(block.seat) : undefined;
    return text === undefined
      ? block
      : { ...block, answer: { by: actor.id, at: now, round: decision.rounds.length, text } };
  });
  const decided = done(
    { ...decision, blocks: answered },
    entry(
      'decided',
      now,
      actor.id,
      { step: step.id, adopt },
      {
        reason,
        ...Object.fromEntries(answers.map(({ seat, text }) => [`answer to ${seat}`, text])),
      },
    ),
  );
  return followedBy(decided, (after) =>
    end(
      after,
      adopt
        ? { kind: 'passed_by_fallback', step: step.id, option: 'proposal' }
        : { kind: 'not_agreed', step: step.id },
      now,
      actor.id,
    ),
  );
}
