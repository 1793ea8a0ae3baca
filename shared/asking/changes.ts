import { z } from 'zod';
import { askingWords } from '../messages/en/asking.ts';
import { MOST_MINUTES } from './minutes.ts';
import { RUNGS } from './rungs.ts';

const words = askingWords.form;

const id = z.string().min(1).max(64);
const text = z.string().trim().max(4_000, words.tooLong);
const needed = (message: string) => text.min(1, message);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** With less time than this to answer, one has to say why it is enough. */
export const SHORT_TIME_MS = 7 * DAY;
export const LEAST_TIME_MS = HOUR;
export const MOST_TIME_MS = 366 * DAY;

/** Whom to ask, and everything that they are told beforehand. */
export const newAsking = z
  .strictObject({
    /** So that what was sent twice asks once. */
    requestId: id,
    rung: z.enum(RUNGS, { error: words.rung }),
    seatIds: z.array(id).max(200),
    memberIds: z.array(id).max(200),
    closesAt: z.number({ error: words.closesAt }).int().min(0).max(8_640_000_000_000),
    difference: needed(words.difference),
    minutes: z.number({ error: words.minutes }).int().min(1, words.minutes).max(MOST_MINUTES, words.minutes),
    /** What people need to know in order to answer well. Required where their views are asked for. */
    background: text.default(''),
    /** That nothing is settled yet. Required where their views are asked for. */
    stillOpen: z.boolean().default(false),
    /** Why little time is enough. Required where it is little. */
    timeEnough: text.default(''),
  })
  .meta({
    examples: [
      {
        requestId: 'a-random-name',
        rung: 'consult',
        seatIds: ['seat-id'],
        memberIds: [],
        closesAt: 1_743_500_000_000,
        difference: 'Where the bus stops is open. That it runs is settled.',
        minutes: 10,
        background: 'We can pay for one bus a week, and must say by May where it stops.',
        stillOpen: true,
      },
    ],
  });
export type NewAsking = z.input<typeof newAsking>;
export type WantedAsking = z.output<typeof newAsking>;

export const DONE = ['done', 'partly', 'not_done'] as const;

/** One thing that people said, and what came of it. */
export const point = z.strictObject({
  said: needed(words.said),
  did: z.enum(DONE, { error: words.did }),
  what: text,
  why: text,
});
export type Point = z.output<typeof point>;

/** «You said, we did.» */
export const newOutcome = z.strictObject({
  summary: needed(words.summary),
  points: z.array(point).max(50),
});
export type NewOutcome = z.output<typeof newOutcome>;

export const withdrawal = z.strictObject({ reason: needed(words.reason) });
