import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** Columns in which earlier versions kept mail addresses as they are. What is sealed has no @ in it. */
const COLUMNS = [
  { place: 'account', column: 'email', hash: 'email_hash' },
  { place: 'invitation', column: 'email', hash: 'email_hash' },
  { place: 'sign_in_code', column: 'email', hash: 'email_hash' },
  { place: 'mail', column: 'to_address', hash: undefined },
] as const;

/**
 * Seals the mail addresses that an earlier version kept in the clear, all of them in one transaction or none, and
 * tells whether there were any. It begins again from where it stands: with what is not sealed yet.
 */
export function sealAddresses(raw: Database.Database): boolean {
  return raw
    .transaction(() => {
      let found = 0;
      for (const { place, column, hash } of COLUMNS) {
        if (place === 'account') found += keyHashes(raw);
        const also = hash ? `, ${hash} = hash_address(${column})` : '';
        const set = `${column} = seal_words('${place}:' || id, ${column})${also}`;
        found += raw.prepare(`update ${place} set ${set} where instr(${column}, '@')`).run().changes;
      }
      return found > 0;
    })
    .immediate();
}

/**
 * Addresses that gave trouble, and those whose mail may come back, were known by a plain hash of them, which who
 * guesses at addresses finds. Call it while the accounts' addresses can be read; what fits none is of no use.
 */
function keyHashes(raw: Database.Database): number {
  const open = raw.prepare("select id, email from account where instr(email, '@')").all() as {
    readonly id: string;
    readonly email: string;
  }[];
  const trouble = raw.prepare(
    'update address_trouble set address_hash = hash_address(?) where address_hash = ?',
  );
  const token = raw.prepare(
    "update mail_token set about = hash_address(?) where about = ? and purpose = 'bounce'",
  );
  let changed = 0;
  for (const { email } of open) {
    const plain = createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
    changed += trouble.run(email, plain).changes + token.run(email, plain).changes;
  }
  return changed;
}
