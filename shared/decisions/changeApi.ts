import { z } from 'zod';
import { decisionRecordWords as words } from '../messages/en/decisionRecord.ts';
import { personAction } from './actions.ts';
import { hash, whole } from './draft.ts';
import { body, id, shortText } from './electorate.ts';

/** A new draft. What else it needs is written into it afterwards. */
export const newDecisionBody = z
  .strictObject({
    question: shortText.optional(),
    restricted: z.boolean().optional().meta({
      description: 'Only for those who decide, those whose word it needs, and those who serve the meeting',
    }),
  })
  .meta({ examples: [{ question: 'Shall we run one shared trip each week?' }] });

/** Seats of one organisation, where the rule gives each organisation one voice. Others are their own. */
const organisation = z.strictObject({ body, seats: z.array(id).min(1).max(200) });

/**
 * What can be written in a draft. Null takes a field out again. Who decides, and the values that a block may rest on,
 * are not among them: they are the partnership's own at the moment of opening.
 */
const draftFields = z
  .strictObject({
    question: shortText.nullable(),
    proposal: hash.nullable(),
    standing: whole.shape.standing.nullable(),
    rule: whole.shape.rule.nullable(),
    opensAt: whole.shape.opensAt.nullable(),
    closesAt: whole.shape.closesAt.nullable(),
    reviewAt: whole.shape.reviewAt.nullable(),
    conflicts: whole.shape.conflicts.nullable(),
    alternatives: whole.shape.alternatives.nullable(),
    rejected: whole.shape.rejected.nullable(),
    conditions: whole.shape.conditions.nullable(),
    easyRead: whole.shape.easyRead.nullable(),
    follows: whole.shape.follows.nullable(),
    organisations: z.array(organisation).max(200).nullable(),
    restricted: z.boolean(),
  })
  .partial();

export const draftPatch = z
  .strictObject({
    fields: draftFields.refine((given) => Object.keys(given).length > 0, words.nothingToChange),
    /** For each of the fields, `draft.versions` of it as they were when you began to write. Left out: ''. */
    basedOn: z.record(z.string().max(40), z.string().max(40)),
  })
  .meta({
    examples: [
      {
        fields: { question: 'Shall we run one shared trip each week?' },
        basedOn: { question: '' },
      },
    ],
  });
export type DraftPatch = z.infer<typeof draftPatch>;

/** Most texts that are kept for one decision. */
export const LONGEST_LIST_OF_TEXTS = 200;

const LONGEST_WORDS = 20_000;

/**
 * Words to propose, as plain text: a blank line begins a paragraph, `# ` a heading, `- ` a line of a list. As
 * `proposal` they become the draft's; the others wait under their hash for what names it.
 */
export const newWords = z
  .strictObject({
    role: z.enum(['proposal', 'alternative', 'amendment']),
    /** For a proposal: `draft.versions.proposal` as it was when you began to write. */
    basedOn: z.string().max(40).optional(),
    text: z
      .string({ error: words.wordsMissing })
      .trim()
      .min(1, words.wordsMissing)
      .max(LONGEST_WORDS, words.wordsLong),
  })
  .meta({
    examples: [
      {
        role: 'proposal',
        basedOn: '',
        text: 'Shared trips run on Tuesdays and Fridays.\n\n- From Skelby\n- From Fell Road',
      },
    ],
  });

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * An act. `requestId` is yours: the same act sent again with the same one is done once and answered the same. As `witness`
 * give the id of a member; as `seat` of a block what the page calls it (`block`).
 */
export const newAct = z
  .strictObject({ requestId: z.string().regex(REQUEST_ID, words.requestId), action: personAction })
  .meta({
    examples: [
      {
        requestId: 'b3c1d9a0-7e52-4f57-9d1e-2f1f0c9a1b22',
        action: {
          kind: 'take_position',
          seat: 'seat-1',
          position: { choice: 'agree_with_reservations', reason: 'The bus must run in winter too.' },
          through: { channel: 'web' },
        },
      },
    ],
  });
export type NewAct = z.infer<typeof newAct>;

export const SHOWN = ['all', 'draft', 'open', 'ended', 'needs_me', 'review_due'] as const;

export const registerQuery = z.strictObject({
  show: z.enum(SHOWN).optional(),
  /** Only those with a number below this. */
  before: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});
export type RegisterQuery = z.infer<typeof registerQuery>;
