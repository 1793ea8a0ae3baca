import { Hono } from 'hono';
import * as api from '../../shared/decisions/api.ts';
import { library } from '../../shared/decisions/library/library.ts';
import { readRule } from '../../shared/decisions/reading.ts';
import { rehearse } from '../../shared/decisions/rehearse.ts';
import { ruleWords as words } from '../../shared/messages/en/rules.ts';
import { isRefusal, refuse } from '../../shared/refusal.ts';
import { refused } from '../errors.ts';
import { deepBody, describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { rehearsalLimit } from './rehearsalLimits.ts';

/** Rules to decide by: the library, and trying one out. Neither touches a decision. */
export function decisionRoutes(permit: Permit) {
  const limit = rehearsalLimit();
  return new Hono()
    .get(
      '/rules',
      permit({ kind: 'signed_in' }),
      describes(
        'Named rules to decide by, each with its source and what it means for so many seats',
        api.libraryAnswer,
        200,
        'Say how many seats each side has to read the rules for them; without, they are read for eleven.',
      ),
      query(api.seatCounts),
      (c) => {
        const seats = api.seatsFor(c.req.valid('query'));
        return c.json(
          { rules: library.map((each) => ({ ...each, reading: readRule(each.rule, seats) })) },
          200,
        );
      },
    )
    .post(
      '/rules/rehearse',
      permit({ kind: 'signed_in' }),
      describes(
        'Try a rule: the outcome of made-up positions, with the whole working',
        api.rehearsalAnswer,
        200,
        'Plays the rule through as a real decision would go, ladder and all, counted by the same function; nothing is kept. At most 200 seats, 25 rounds and 400 positions in each, and so much in a minute: 120 tables of everyday size, or a few of the largest. Where the rule would need more positions, or its named decider, `waitsFor` says so. A body that can’t be counted is refused with a message at the path of what is wrong.',
      ),
      deepBody(api.rehearsal),
      async (c) => {
        const tried = c.req.valid('json');
        const wait = await limit(c.get('signedIn').accountId, tried);
        if (wait !== undefined) {
          c.header('Retry-After', String(wait));
          return refused(c, refuse('too_many', words.triedTooOften));
        }
        const found = rehearse(tried);
        if (isRefusal(found)) return refused(c, found);
        return c.json({ ...found, reading: readRule(tried.rule, tried.electorate) }, 200);
      },
    );
}
