import { z } from 'zod';
import { blockKind, MARKS, mention } from '../documents/blocks.ts';
import { side } from '../partnerships/sides.ts';
import { TEMPERATURES } from './decision.ts';
import { draft, whole } from './draft.ts';
import { body, conflict, OUT_REASONS, seat } from './electorate.ts';
import { position } from './positions.ts';
import { registerLine } from './registerShape.ts';
import { countedShape } from './workingShape.ts';

/** The shape of a decision's page, for the description of the HTTP API; `DecisionAnswer` is the same as a type. */
const at = z.number().meta({ description: 'Milliseconds since 1970' });
const id = z.string();
const count = z.number().int().min(0);

const run = z.strictObject({
  text: z.string(),
  marks: z.array(z.enum(MARKS)).optional(),
  link: z.string().optional(),
  mention: mention.optional(),
});
const textBlock = z.strictObject({
  kind: blockKind,
  runs: z.array(run),
  indent: z.number().optional(),
  checked: z.boolean().optional(),
});
const words = z.discriminatedUnion('kind', [
  textBlock,
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(z.array(z.strictObject({ header: z.boolean(), blocks: z.array(textBlock) }))),
  }),
]);

const given = z.strictObject({
  seat: id,
  position,
  by: id,
  at,
  channel: z.enum(['live', 'web', 'email_link', 'link', 'paper', 'spoken']),
  version: count,
  witness: id.nullable(),
  reference: z.string().nullable(),
  supporter: z.string().optional().meta({ description: 'Who helped whoever answered, if they said so' }),
});
const shownPosition = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('seat'), stale: z.boolean(), earlier: z.array(given), given }),
  z.strictObject({ by: z.literal('side'), side, position }),
]);

const round = z.strictObject({
  number: count,
  step: id.nullable(),
  kind: z.enum(['consensus', 'vote', 'ranking']),
  openedAt: at,
  closesAt: at,
  closedAt: at.nullable(),
  extended: z.boolean(),
  version: count,
  wordsFixedFrom: at.nullable(),
  options: z.array(z.strictObject({ id, name: z.string() })),
  hidden: z.boolean().meta({ description: 'Others’ answers are kept back until it closes' }),
  positions: z.array(shownPosition),
  counted: countedShape.nullable(),
});

const blockState = z.enum([
  'raised',
  'concern',
  'qualified',
  'integrated',
  'withdrawn',
  'addressed',
  'sustained',
  'released',
]);
const block = z.strictObject({
  block: id.meta({ description: 'What acts call this block' }),
  seat: id.nullable(),
  side,
  version: count,
  state: blockState,
  position,
  steps: z.array(z.strictObject({ state: blockState, by: id, at, round: count, reason: z.string() })),
  answer: z.string().nullable(),
});

const said = z.strictObject({ by: id, at, text: z.string() });
const receipt = z.strictObject({
  hash: z.string(),
  seq: count.nullable(),
  at,
  kind: z.string(),
  seat: id.nullable(),
});
const linked = z.strictObject({ id, number: count, question: z.string() });
const named = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  side,
  here: z.enum(['voting', 'joined_later', 'not_voting']),
  out: z.enum(OUT_REASONS).nullable(),
});
const step = z.strictObject({
  id,
  kind: z.string(),
  reading: z.string(),
  state: z.enum(['ran', 'running', 'waiting', 'passed_over', 'next', 'ahead', 'not_reached']),
  at: at.nullable(),
  times: count,
});
const timelineLine = z.strictObject({
  key: z.string(),
  at,
  kind: z.string(),
  by: id.nullable(),
  seat: id.nullable(),
  says: z.string(),
  words: z.string().nullable(),
});
const bodyLine = z.strictObject({
  body,
  why: z.enum(['standing', 'outside_our_powers', 'referred']),
  dueAt: at,
  answer: z.looseObject({ kind: z.string(), at, by: id, reason: z.string() }).nullable(),
});

export const decisionShape = z.strictObject({
  id,
  partnershipId: id,
  now: at,
  line: registerLine,
  terms: draft,
  sealed: whole.nullable(),
  draft: z
    .strictObject({
      versions: z.record(z.string(), z.string()),
      problems: z.record(z.string(), z.string()),
    })
    .nullable(),
  ruleReading: z.array(z.string()),
  state: z.looseObject({ kind: z.enum(['draft', 'open', 'ended']) }),
  versions: z.array(
    z.strictObject({ number: count, hash: z.string(), at, by: id, change: z.string().nullable() }),
  ),
  texts: z.record(z.string(), z.array(words)),
  rounds: z.array(round),
  blocks: z.array(block),
  steps: z.array(step),
  seats: z.array(named),
  people: z.record(z.string(), z.strictObject({ name: z.string(), memberId: id.nullable() })),
  me: z.strictObject({
    actor: id.nullable(),
    seats: z.array(id),
    capacity: id.nullable(),
    facilitates: z.boolean(),
    receipts: z.array(receipt),
  }),
  acts: z.array(z.looseObject({ kind: z.string() })).meta({ description: 'What you may do now' }),
  values: z.array(z.strictObject({ id, words: z.string(), practice: z.string(), question: z.string() })),
  valuesToShow: z.array(id).nullable(),
  effect: registerLine.shape.effect,
  bodies: z.array(bodyLine),
  conditions: z.array(
    z.strictObject({
      id,
      text: z.string(),
      met: z.strictObject({ at, reference: z.string() }).nullable(),
    }),
  ),
  conflicts: z.array(conflict.extend({ by: id.nullable(), at: at.nullable() })),
  leavers: z.array(z.strictObject({ seat: id, at, reason: z.string() })),
  joined: z.array(z.strictObject({ seat, at })),
  temperature: z.array(z.strictObject({ seat: id, reading: z.enum(TEMPERATURES), at })),
  meetings: z.array(said),
  minority: z.array(said.extend({ seat: id })),
  minorityUntil: at.nullable(),
  statement: said.nullable(),
  statementUntil: at.nullable(),
  corrections: z.array(said.extend({ about: z.string() })),
  review: z.strictObject({ at, told: z.boolean() }).nullable(),
  timeline: z.array(timelineLine),
  follows: linked.nullable(),
  followedBy: z.array(linked),
});

export const actShape = z.strictObject({ receipt, decision: decisionShape });
export const wordsShape = z.strictObject({
  hash: z.string(),
  blocks: z.array(words),
  decision: decisionShape,
});
