import { Hono, type Context as HonoContext } from 'hono';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { type LedgerFile, ledgerFileShape } from '../../shared/ledger/file.ts';
import type { Context } from '../context.ts';
import { describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { decisionRecord, partnershipRecord } from './record.ts';

const ABOUT =
  'A file for `npm run verify` and the page at /verify. It is in its canonical form: keep it byte for byte. Lines that you may not see are there as hashes.';

/** Records that can be checked without this server. */
export function ledgerRoutes(context: Context, permit: Permit) {
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
    );
}

function answer(c: HonoContext, file: LedgerFile, name: string): Response {
  return c.body(canonicalJson(file), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.record.json"`,
  });
}
