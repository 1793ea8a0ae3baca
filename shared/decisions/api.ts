import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { SIDES, type Side } from '../partnerships/sides.ts';
import { conflict, electorate, id, type Seat } from './electorate.ts';
import { rehearsalExample } from './library/rehearsalExample.ts';
import { position } from './positions.ts';
import { rule } from './rule.ts';
import { countedShape } from './workingShape.ts';

/** What can be tried over HTTP; a body is at most 64 kB whatever it says. */
const MOST_SEATS = 200;
const MOST_POSITIONS = 400;
const MOST_ROUNDS = 25;

const given = z.strictObject({ seat: id, position });

export const rehearsal = z
  .strictObject({
    rule,
    electorate: electorate.max(MOST_SEATS, words.rehearsal.tooManySeats),
    conflicts: z.array(conflict).max(MOST_SEATS).optional(),
    alternatives: z
      .array(id)
      .max(10, words.rehearsal.tooManyOptions)
      .optional()
      .meta({ description: 'What can be ranked beside `proposal` and `status_quo`' }),
    preconditions: z.enum(['met', 'missed']).optional().meta({
      description: 'Whether what a step waits for happens: meetings, answers to blocks. Usually it does.',
    }),
    decider: z.enum(['adopts', 'rejects', 'says_nothing']).optional().meta({
      description: 'What the named decider does, if it comes to that; without it the rehearsal stops there',
    }),
    rounds: z
      .array(
        z.strictObject({ positions: z.array(given).max(MOST_POSITIONS, words.rehearsal.tooManyPositions) }),
      )
      .max(MOST_ROUNDS, words.rehearsal.tooManyRounds)
      .meta({
        description:
          'What comes in each round, in order: rounds of consensus first, then those of the ladder’s votes. When too few answer and the rule extends the round, the next entry is what comes in the extension. A seat’s newest position counts.',
      }),
  })
  .meta({ examples: [rehearsalExample] });

export const rehearsalAnswer = z.object({
  outcome: z
    .strictObject({ kind: z.string(), step: z.string().nullable(), option: z.string().nullable() })
    .nullable(),
  waitsFor: z.enum(['positions', 'decider']).nullable(),
  rounds: z.array(
    z.strictObject({ number: z.number(), step: z.string().nullable(), counts: z.array(countedShape) }),
  ),
  steps: z.array(z.strictObject({ step: z.string(), how: z.enum(['started', 'passed_over']) })),
  reading: z.array(z.string()).meta({ description: 'The rule in plain sentences, for these seats' }),
});

const seats = z
  .string()
  .regex(/^\d{1,3}$/, words.rehearsal.seatCount)
  .optional();

/** How many seats each side has, for the readings. */
export const seatCounts = z.strictObject({
  commissioner: seats,
  contracted_provider: seats,
  community_provider: seats,
  people_who_use_services: seats,
});

/** As many seats as were asked for; when none were, the eleven of the example. */
export function seatsFor(counts: z.infer<typeof seatCounts>): Seat[] {
  const given = SIDES.map((side) => Math.min(Number(counts[side] ?? 0), MOST_SEATS));
  const many = given.some((count) => count > 0) ? given : EXAMPLE_SEATS;
  return SIDES.flatMap((side, index) => seatsOf(side, many[index] ?? 0));
}

const EXAMPLE_SEATS = [3, 3, 3, 2];

function seatsOf(side: Side, count: number): Seat[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${side}-${index + 1}`, side }));
}

export const libraryAnswer = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      about: z.string(),
      source: z.string(),
      rule,
      reading: z.array(z.string()),
    }),
  ),
});
