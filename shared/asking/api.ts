import { z } from 'zod';
import { side } from '../partnerships/sides.ts';
import { DONE } from './changes.ts';
import { RUNGS } from './rungs.ts';

/** What the HTTP API gives about askings. Times are milliseconds since 1970. */

const rung = z.enum(RUNGS);
const namedSeat = z.object({ id: z.string(), name: z.string(), side });

/** `over`: the time is up, and what came of it has not been said yet. */
export const ASKING_STATES = ['open', 'over', 'closed', 'withdrawn'] as const;

export const asking = z.object({
  id: z.string(),
  about: z.object({
    kind: z.enum(['document', 'decision']),
    id: z.string(),
    title: z.string(),
    number: z.number().nullable(),
  }),
  rung,
  /** What this much say truly means here, in plain sentences. */
  means: z.array(z.string()),
  askedBy: z.string(),
  askedAt: z.number(),
  closesAt: z.number(),
  difference: z.string(),
  minutes: z.number(),
  background: z.string(),
  timeEnough: z.string(),
  state: z.enum(ASKING_STATES),
  /** How many are asked: each seat is one, and so is each person who is asked for themselves. */
  asked: z.number(),
  /** Whether I am asked, and whether I (or my seat) have answered. */
  me: z.object({ asked: z.boolean(), answered: z.boolean() }),
  /** Who has answered, for those who ask; null for others. */
  answers: z
    .array(z.object({ seat: namedSeat.nullable(), name: z.string(), answered: z.boolean() }))
    .nullable(),
  withdrawn: z.object({ reason: z.string(), at: z.number() }).nullable(),
  outcome: z
    .object({
      summary: z.string(),
      points: z.array(z.object({ said: z.string(), did: z.enum(DONE), what: z.string(), why: z.string() })),
      at: z.number(),
      by: z.string(),
    })
    .nullable(),
  may: z.object({ withdraw: z.boolean(), sayWhatCame: z.boolean() }),
});
export type AskingLine = z.infer<typeof asking>;

const candidate = z.object({
  memberId: z.string(),
  name: z.string(),
  seat: namedSeat.nullable(),
  /** Why each rung can't honestly be promised to this person; null: it can. */
  whyNot: z.record(rung, z.string().nullable()),
});

/** What asking about something needs to know: for those who may ask. */
export const mayAsk = z.object({
  rungs: z.array(z.object({ rung, whyNot: z.string().nullable(), minutes: z.number() })),
  people: z.array(candidate),
  /** Until when the round that is open lets people decide; null: none is open. */
  decidesUntil: z.number().nullable(),
});
export type MayAsk = z.infer<typeof mayAsk>;

export const askingsHere = z.object({ askings: z.array(asking), mayAsk: mayAsk.nullable() });
export type AskingsHere = z.infer<typeof askingsHere>;

export const askingsList = z.object({ askings: z.array(asking) });
export type AskingsList = z.infer<typeof askingsList>;
