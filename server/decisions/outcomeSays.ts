import type { Db } from '../../db/open.ts';
import { adoptedWords } from '../../shared/decisions/adoptedWords.ts';
import { PROPOSAL, STATUS_QUO } from '../../shared/decisions/count/ranked.ts';
import { type Decision, type Ending, sealedOf } from '../../shared/decisions/decision.ts';
import { effectOf } from '../../shared/decisions/effect.ts';
import { isPositive } from '../../shared/decisions/ending.ts';
import { stepOf } from '../../shared/decisions/facts.ts';
import { textOf } from '../../shared/decisions/textOf.ts';
import { optionName } from '../../shared/decisions/whereItStands.ts';
import { noticesWords } from '../../shared/messages/en/notices.ts';
import { fill } from '../../shared/messages/fill.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';
import { wordsWith } from './linesStore.ts';
import { partnershipSays } from './noticeStore.ts';
import type { DecisionRow } from './store.ts';
import { textsOf } from './textStore.ts';

const words = noticesWords.ended;
/** A mail is not the place for a long document. */
const MOST_CHARACTERS = 400;

/**
 * What came of a decision, and how, in plain sentences; `seq` is the line of the ledger that ended it. No answer and no
 * number of answers is in it: those are read on the page, as each may see them.
 */
export function outcomeSays(
  db: Db,
  { id, body, partnershipId, sensitivity }: DecisionRow,
  seq: number,
): { more: string[]; gist?: string } {
  const { state } = body;
  if (sensitivity === 'restricted' || state.kind !== 'ended') return { more: [words.onPage] };
  const { timeZone } = partnershipSays(db.orm, partnershipId);
  const gist = endingSays(body, state.ending, (at) => sayUntilIn(timeZone, at));
  const reason = wordsWith(db.orm, partnershipId, [seq], ['reason']).get(seq)?.get('reason') ?? '';
  return { gist, more: [gist, ...besides(body, state.ending, reason, inShort(db, id, body)), words.more] };
}

function endingSays(decision: Decision, ending: Ending, until: (at: number) => string): string {
  switch (ending.kind) {
    case 'agreed_by_consensus':
      return fill(words.consensus, { round: ending.round });
    case 'passed_by_fallback': {
      const gaps = stepGaps(decision, ending.step);
      if (ending.option === PROPOSAL) return fill(words.passed, gaps);
      if (ending.option === STATUS_QUO) return fill(words.statusQuo, gaps);
      return fill(words.alternative, { ...gaps, option: optionName(decision, ending.option) });
    }
    case 'not_agreed':
      return ending.step === null
        ? words.notAgreed
        : fill(words.notAgreedBy, stepGaps(decision, ending.step));
    case 'referred':
      return fill(words.referred, stepGaps(decision, ending.step));
    case 'adopted_as_trial':
      return fill(words.trial, { ...stepGaps(decision, ending.step), until: until(ending.until) });
    case 'lapsed':
    case 'withdrawn':
      return words[ending.kind];
  }
}

/** Which step of the ladder it was, from 1, and what it does. */
function stepGaps(decision: Decision, id: string): { step: number; how: string } {
  const step = stepOf(decision, id);
  const name = step.kind === 'named_decider' ? step.decider.name : '';
  return {
    step: sealedOf(decision).rule.ladder.indexOf(step) + 1,
    how: fill(words.steps[step.kind], { name }),
  };
}

function besides(decision: Decision, ending: Ending, reason: string, short: string): string[] {
  const { waitsFor } = effectOf(decision);
  const waits = isPositive(ending) && Object.values(waitsFor).some((list) => list.length > 0);
  return [
    ...(reason === '' ? [] : [fill(words.why, { reason })]),
    ...(short === '' ? [] : [fill(words.inShort, { short })]),
    ...(waits ? [words.waits] : []),
  ];
}

/** How the words begin that were decided; nothing where none were agreed for good. */
function inShort(db: Db, id: string, decision: Decision): string {
  const text = textOf(textsOf(db.orm, id).get(adoptedWords(decision) ?? '') ?? []);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).trimEnd()} …` : text;
}
