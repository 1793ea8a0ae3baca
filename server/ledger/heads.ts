import type { Db } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import { type Head, headCode, headStatement } from '../../shared/ledger/head.ts';
import type { Context } from '../context.ts';
import { queueMail } from '../mail/store.ts';
import { headLetter } from './headLetter.ts';
import * as store from './headStore.ts';
import { ledgerSigner, NoLedgerKey, type Signer } from './key.ts';
import { tipOf } from './store.ts';

export type HeadParts = Pick<Context, 'config' | 'db' | 'now' | 'mail' | 'address' | 'log'>;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Signs the end of a partnership's chain if a round or a decision has closed since it was last signed, and mails that
 * to the people of every seat. Call it after the commit that closed something; `keepHeads` finds what was missed. A key
 * that is missing is logged, and holds up nobody's act.
 *
 * While a hidden round is open, what is signed ends where that round opened: that the chain grows would tell that
 * somebody has answered. What closes meanwhile is signed when the round closes.
 */
export function signHead(parts: HeadParts, partnershipId: string): void {
  if (closed(parts.db.orm, partnershipId).closings.length === 0) return;
  withKey(parts, (signer) =>
    transact(parts.db, (orm, afterCommit) => {
      const { closings, end } = closed(orm, partnershipId);
      if (closings.length === 0) return;
      const head = addHead(orm, signer, partnershipId, end, parts.now());
      const numbers = closings.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
      const ledger = codeOf(orm, partnershipId, head);
      for (const { accountId, email } of store.seatPeople(orm, partnershipId))
        mail(parts, orm, `${partnershipId}:${head.seq}:${accountId}`, email, {
          closed: numbers,
          ledgers: [ledger],
        });
      afterCommit(() => parts.mail.wake());
    }),
  );
}

function closed(orm: Db['orm'], partnershipId: string) {
  const end = endOf(orm, partnershipId);
  return {
    end,
    closings: store.closingsAfter(orm, partnershipId, store.signedUpTo(orm, partnershipId), end),
  };
}

/** The last line that may be signed now. */
function endOf(orm: Db['orm'], partnershipId: string): number {
  return Math.min(tipOf(orm, partnershipId).seq, store.openEnd(orm, partnershipId));
}

/**
 * What was recorded before midnight (UTC) and is not signed yet is signed, and each person gets one mail about all
 * their partnerships.
 */
function signDaily(parts: HeadParts): void {
  const midnight = Math.floor(parts.now() / DAY_MS) * DAY_MS;
  const grown = (orm: Db['orm']) => store.partnershipIds(orm).filter((id) => hasGrown(orm, id, midnight));
  if (grown(parts.db.orm).length === 0) return;
  withKey(parts, (signer) =>
    transact(parts.db, (orm, afterCommit) => {
      const mails = new Map<string, { email: string; ledgers: Ledger[] }>();
      for (const id of grown(orm)) {
        const ledger = codeOf(orm, id, addHead(orm, signer, id, endOf(orm, id), parts.now()));
        for (const { accountId, email } of store.seatPeople(orm, id))
          mails.set(accountId, { email, ledgers: [...(mails.get(accountId)?.ledgers ?? []), ledger] });
      }
      for (const [accountId, { email, ledgers }] of mails)
        mail(parts, orm, `${midnight}:${accountId}`, email, { closed: null, ledgers });
      afterCommit(() => parts.mail.wake());
    }),
  );
}

function hasGrown(orm: Db['orm'], partnershipId: string, midnight: number): boolean {
  const signed = store.signedUpTo(orm, partnershipId);
  const first = store.tipAt(orm, partnershipId, signed + 1);
  return first !== undefined && first.at < midnight && endOf(orm, partnershipId) > signed;
}

/** Signs whatever waits: closings that were missed, and what a day has brought. */
export function signWaiting(parts: HeadParts): void {
  for (const id of store.partnershipIds(parts.db.orm)) signHead(parts, id);
  signDaily(parts);
}

function addHead(orm: Db['orm'], signer: Signer, partnershipId: string, seq: number, at: number): Head {
  const tip = store.tipAt(orm, partnershipId, seq);
  if (!tip) throw new Error('there is no such line to sign');
  const bare = { seq, hash: tip.hash, at };
  const { publicKey } = signer;
  const head = { ...bare, publicKey, signature: signer.sign(headStatement(partnershipId, bare)) };
  store.addHead(orm, partnershipId, head);
  return head;
}

type Ledger = Parameters<typeof headLetter>[0]['ledgers'][number];

function codeOf(orm: Db['orm'], partnershipId: string, head: Head): Ledger {
  const partnership = store.partnershipName(orm, partnershipId);
  return { partnership, seq: head.seq, code: headCode(partnershipId, head) };
}

function mail(
  { address, now }: HeadParts,
  orm: Db['orm'],
  event: string,
  to: string,
  letter: Omit<Parameters<typeof headLetter>[0], 'link'>,
): void {
  const written = headLetter({ ...letter, link: `${address()}/verify` });
  queueMail(orm, { eventKey: `ledger_head:${event}`, kind: 'ledger_head', to, at: now(), ...written });
}

/** One key for all: made when the first head is signed, and never again. */
export function signerOf({ config, db }: Pick<HeadParts, 'config' | 'db'>): Signer {
  return ledgerSigner(config.ledgerKey, !store.anyHead(db.orm));
}

function withKey(parts: HeadParts, work: (signer: Signer) => void): void {
  try {
    work(signerOf(parts));
  } catch (error) {
    if (!(error instanceof NoLedgerKey)) throw error;
    parts.log.error({ file: parts.config.ledgerKey }, 'the ledger could not be signed: its key is not there');
  }
}
