import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/open.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { nextLine, type Tip } from '../../shared/ledger/line.ts';
import type { Receipt } from '../../shared/ledger/receipt.ts';
import * as store from './store.ts';

export interface Act {
  readonly partnershipId: string;
  /** What the entries are about: the id of a decision, a value, a behaviour. */
  readonly subject: string;
  readonly entries: readonly Entry[];
  /** The server's time: for a decision, the same `now` that the engine was given, which a recount needs. */
  readonly recordedAt: number;
}

const SALT_BYTES = 32;

/**
 * Adds the lines of one act to the partnership's ledger, and gives a receipt for each, in order. Call it inside the
 * transaction of the change: then the line is there exactly when the change is, and two writers never get one number.
 */
export function append(orm: Db['orm'], { partnershipId, subject, entries, recordedAt }: Act): Receipt[] {
  let tip: Tip = store.tipOf(orm, partnershipId);
  return entries.map((entry) => {
    const salts = Object.fromEntries(Object.keys(entry.words).map((name) => [name, newSalt()]));
    const salt = newSalt();
    const linked = nextLine(tip, { partnership: partnershipId, subject, recordedAt, entry, salt, salts });
    store.addLine(orm, linked, entry.hidden);
    for (const [name, text] of Object.entries(entry.words))
      store.addWords(orm, linked, name, salts[name] as string, text);
    tip = { seq: linked.line.seq, hash: linked.hash };
    return tip;
  });
}

/**
 * The random pseudonym under which the ledger knows a member, made at first use. Call it inside the transaction that
 * records what they did.
 */
export function actorOf(
  orm: Db['orm'],
  {
    partnershipId,
    memberId,
    newId,
  }: { readonly partnershipId: string; readonly memberId: string; readonly newId: () => string },
): string {
  const known = store.actorOfMember(orm, partnershipId, memberId);
  if (known !== undefined) return known;
  const id = newId();
  store.addActor(orm, { id, partnershipId, memberId });
  return id;
}

function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('base64url');
}
