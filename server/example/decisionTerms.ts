import type { Whole } from '../../shared/decisions/draft.ts';
import type { Body, Conflict } from '../../shared/decisions/electorate.ts';
import type { Step } from '../../shared/decisions/ladder.ts';
import { library } from '../../shared/decisions/library/library.ts';
import type { Rule } from '../../shared/decisions/rule.ts';
import type { Decision } from './northvaleFile.ts';

export const CABINET: Body = { id: 'cabinet', name: 'Council Cabinet' };
export const NHS: Body = { id: 'nhs', name: 'NHS Place Committee' };
const LARCHMERE: Body = { id: 'larchmere', name: 'Larchmere board' };
const SKELBY: Body = { id: 'skelby', name: 'Skelby Good Neighbours committee' };
const BODIES = [CABINET, NHS, LARCHMERE, SKELBY];

/** Three quarters, and most of each side: the usual rule of the example partnership. */
export const northvaleRule = library.find(({ id }) => id === 'concurrent_three_quarters')?.rule as Rule;
const statusQuo = northvaleRule.ladder.at(-1) as Step;

/** The same with another way on has a name of its own. */
const OTHER_RULES: Readonly<Record<string, Pick<Rule, 'name' | 'ladder'>>> = {
  D1: {
    name: 'Consensus, with a pause to mediate',
    ladder: [{ kind: 'pause', id: 'F4', when: ['rounds_used'], days: 28, times: 1 }, statusQuo],
  },
  D5: {
    name: 'Consensus, else try it and look again',
    ladder: [
      {
        ...{ kind: 'trial', id: 'F3', when: ['rounds_used'], days: 90 },
        ...{ scope: 'A stated limit', stopRule: 'Harm to anyone, or the limit is reached' },
      },
    ],
  },
  D6: {
    name: 'Consensus, else each body decides',
    ladder: [
      {
        ...{ kind: 'refer_to_bodies', id: 'F2', when: ['sustained_block', 'rounds_used'], days: 28 },
        bodies: [CABINET, NHS],
      },
    ],
  },
};

const STANDINGS: Readonly<Record<string, Whole['standing']>> = {
  D1: { kind: 'each_body', answerDays: 60, bodies: [...BODIES] },
  D4: { kind: 'recommendation', bodies: [CABINET], answerDays: 60 },
  D6: { kind: 'each_body', bodies: [CABINET, NHS], answerDays: 60 },
};

/** What must be so before a decision is in force. An equality check after 90 days comes later, and is no such thing. */
const CONDITIONS: Readonly<Record<string, Whole['conditions']>> = {
  D5: [{ id: 'checks', text: 'Every check on the offer of Skelby Good Neighbours is done' }],
};

const REVIEWS: Readonly<Record<string, string>> = { D4: '2025-08-03', D5: '2025-08-03' };
const USUAL_REVIEW = '2025-12-01';

/** A day of the story, at the hour at which rounds open and close. */
export const at = (day: string) => Date.parse(`${day}T09:00:00Z`);

export type Terms = Pick<
  Whole,
  'question' | 'standing' | 'rule' | 'opensAt' | 'closesAt' | 'reviewAt' | 'conflicts' | 'conditions'
>;

/** Everything that one of the example's decisions had when it was opened, but for its words and its seats. */
export function termsOf({ id, title, conflicts, rounds }: Decision, seatId: (code: string) => string): Terms {
  const [first] = rounds;
  if (!first) throw new Error('a decision without a round');
  const conditions = CONDITIONS[id];
  return {
    question: title,
    standing: STANDINGS[id] ?? { kind: 'delegated' },
    rule: { ...northvaleRule, ...OTHER_RULES[id] },
    opensAt: at(first.opened),
    closesAt: at(first.closed),
    reviewAt: at(REVIEWS[id] ?? USUAL_REVIEW),
    conflicts: conflicts.map(({ seat, kind, note, managed }) => ({
      seat: seatId(seat),
      kind: kind as Conflict['kind'],
      handling: managed.includes('left') ? 'leaves_the_room' : 'may_speak',
      reason: `${note}: ${managed}`,
    })),
    ...(conditions && { conditions }),
  };
}

/** The body that the file calls by this name. */
export function bodyCalled(name: string): Body {
  const found = BODIES.find((body) => body.name === name);
  if (!found) throw new Error(`the example has no body called ${name}`);
  return found;
}
