import { Hono, type Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { erasureAnswer, erasureBody, type StillNamed } from '../../shared/records/eraseApi.ts';
import { type LedgerFile, ledgerFileShape } from '../../shared/records/file.ts';
import { forgettableAnswer, headsAnswer } from '../../shared/records/overviewApi.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { eraseWords, forgetPerson } from './erase.ts';
import type { By } from './note.ts';
import { forgettable, signedHeads } from './overview.ts';
import { decisionRecord, partnershipRecord } from './record.ts';
import { redactText } from './redact.ts';

const ABOUT =
  'A file for `npm run verify` and the page at /verify. It is in its canonical form: keep it byte for byte. Lines that you may not see are there as hashes.';

/** Records that can be checked without this server. */
export function recordFileRoutes(context: Context, permit: Permit) {
  return new Hono()
    .get(
      '/decisions/:decisionId/record',
      permit({ kind: 'decision' }),
      describes('The record of a decision, to keep and to check', ledgerFileShape, 200, ABOUT),
      (c) => {
        const { decisionId, partnershipId, member } = c.get('decision');
        const file = decisionRecord(context, { partnershipId, member }, decisionId);
        return answer(c, file, `decision-${file.decisions[0]?.number ?? 0}`);
      },
    )
    .get(
      '/partnerships/:partnershipId/ledger',
      permit({ kind: 'partnership_member' }),
      describes('The whole ledger of a partnership, to keep and to check', ledgerFileShape, 200, ABOUT),
      (c) => {
        const whom = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        return answer(c, partnershipRecord(context, whom), 'ledger');
      },
    )
    .get(
      '/partnerships/:partnershipId/ledger/heads',
      permit({ kind: 'partnership_member' }),
      describes(
        'The signed heads of a partnership’s ledger',
        headsAnswer,
        200,
        'The newest first. Each is what was mailed to every seat then: whoever keeps one finds out if the ledger is rewritten.',
      ),
      (c) =>
        c.json(signedHeads(context, { partnershipId: c.get('partnershipId'), member: c.get('member') }), 200),
    )
    .get(
      '/partnerships/:partnershipId/ledger/erasures',
      permit({ kind: 'partnership_role', roles: ['records_officer'] }),
      describes('Who has left and is still known by name in the ledger', forgettableAnswer, 200),
      (c) => c.json(forgettable(context, c.get('partnershipId')), 200),
    )
    .post(
      '/partnerships/:partnershipId/ledger/erasures',
      permit({ kind: 'partnership_role', roles: ['records_officer'] }),
      describes(
        'Erase words from the ledger, or whose a name in it was',
        erasureAnswer,
        200,
        'Words of a decision by the number of their line and their name, as they stand in a record; a text out of the words that were put to a decision; or a member who has left. The chain and every count still hold. `stillNamed` has the decisions whose words still name whoever was forgotten.',
      ),
      body(erasureBody),
      (c) => {
        const by = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const asked = c.req.valid('json');
        const done = erase(context, by, asked);
        return isRefusal(done) ? refused(c, done) : c.json({ stillNamed: done }, 200);
      },
    );
}

type Erasure = z.infer<typeof erasureBody>;

function erase(context: Context, by: By, asked: Erasure): StillNamed[] | Refusal {
  if ('memberId' in asked) return forgetPerson(context, by, asked);
  const refusal = 'text' in asked ? redactText(context, by, asked) : eraseWords(context, by, asked);
  return refusal ?? [];
}

function answer(c: HonoContext, file: LedgerFile, name: string): Response {
  return c.body(canonicalJson(file), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.record.json"`,
  });
}
