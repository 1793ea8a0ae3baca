import { z } from 'zod';
import { valuesWords as words } from '../messages/en/values.ts';
import { lineOf, linesOf, optionalLineOf } from '../plainText.ts';

/** What the HTTP API takes to propose values and to write behaviours, with what is said of each wrong field. */
const LONGEST_LINE = 160;
const LONGEST_LINES = 600;
const LONGEST_REASON = 300;
const MOST_LINKED = 20;
const MOST_NAMED = 100;
/** Far enough for any review, and a number that is a day. */
const LAST_MOMENT = 8_640_000_000_000;

const tooLong = words.tooLong;
const few = (missing: string) => linesOf(LONGEST_LINES, { missing, tooLong });

/** The newest version that the writer has seen: if there is a newer one by now, they are told. */
const basedOn = z.int().min(1);

const valueFields = {
  words: lineOf(LONGEST_LINE, { missing: words.wordsMissing, tooLong }),
  practice: few(words.practiceMissing),
  question: optionalLineOf(LONGEST_REASON, tooLong),
};

export const newValue = z.strictObject(valueFields);
export type NewValue = z.infer<typeof newValue>;

export const valueWording = z.strictObject({ ...valueFields, basedOn });
export type ValueWording = z.infer<typeof valueWording>;

const behaviourFields = {
  will: few(words.willMissing),
  willNot: few(words.willNotMissing),
  seen: few(words.seenMissing),
  valueIds: z
    .array(z.string().max(64))
    .min(1, words.valueMissing)
    .max(MOST_LINKED, words.valueMissing)
    .refine((ids) => new Set(ids).size === ids.length, words.valueMissing),
  reviewAt: z.int({ error: words.reviewMissing }).min(0, words.reviewMissing).max(LAST_MOMENT),
};

export const newBehaviour = z.strictObject(behaviourFields);
export type NewBehaviour = z.infer<typeof newBehaviour>;

export const behaviourWording = z.strictObject({ ...behaviourFields, basedOn });
export type BehaviourWording = z.infer<typeof behaviourWording>;

/** Which words are signed: the version that was read. */
export const behaviourSigning = z.strictObject({ version: z.int().min(1) });

export const retirement = z.strictObject({
  reason: lineOf(LONGEST_REASON, { missing: words.reasonMissing, tooLong }),
});

const named = { kind: z.enum(['value', 'behaviour']), id: z.string().min(1).max(64) };

/** What a new decision is to make of values and behaviours: adopt these versions, take these back. */
export const valuesDecision = z
  .strictObject({
    adopt: z.array(z.strictObject({ ...named, version: z.int().min(1) })).max(MOST_NAMED),
    takeBack: z.array(z.strictObject(named)).max(MOST_NAMED),
  })
  .refine(({ adopt, takeBack }) => adopt.length + takeBack.length > 0, {
    path: ['adopt'],
    error: words.nothingChosen,
  })
  .refine(({ adopt, takeBack }) => {
    const ids = [...adopt, ...takeBack].map(({ id }) => id);
    return new Set(ids).size === ids.length;
  }, words.chosenTwice);
export type ValuesDecision = z.infer<typeof valuesDecision>;

export const valuesDecisionAnswer = z.object({ decisionId: z.string() });
