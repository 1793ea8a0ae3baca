import type { Db } from '../../../db/open.ts';
import { canonicalJson } from '../../../shared/canonicalJson.ts';
import { chainHash, NO_LINE, sha256 } from '../../../shared/ledger/fingerprint.ts';

/** Rewrites a whole ledger in the database: the first line says another time, and every hash after it fits again. */
export function rewriteAll(raw: Db['raw'], partnershipId: string): void {
  const rows = raw
    .prepare('select seq, line from ledger_entry where partnership_id = ? order by seq')
    .all(partnershipId) as { seq: number; line: string }[];
  let prev = NO_LINE;
  for (const { seq, line } of rows) {
    const old = JSON.parse(line);
    const text = canonicalJson({ ...old, prev, at: seq === 1 ? old.at - 1 : old.at });
    prev = chainHash(prev, sha256(text));
    raw
      .prepare('update ledger_entry set line = ?, hash = ? where partnership_id = ? and seq = ?')
      .run(text, prev, partnershipId, seq);
  }
}
