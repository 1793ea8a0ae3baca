import { randomBytes, randomInt } from 'node:crypto';
import { transact } from '../../db/transact.ts';
import { peopleWords as words } from '../../shared/messages/en/people.ts';
import { fill } from '../../shared/messages/fill.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { writeLetter } from '../mail/letter.ts';
import { queueMail } from '../mail/store.ts';
import { addAccount, type Place, placeOf } from './accountStore.ts';
import { sha256 } from './askingBrowser.ts';
import * as codes from './codeStore.ts';

const WORKS_FOR_MS = 10 * 60_000;
const MOST_TRIES = 5;
const DAY_MS = 24 * 60 * 60_000;
/** A million codes, ten tries a day: whoever keeps guessing at one address needs lifetimes. The link goes on working. */
const MOST_WRONG_A_DAY = 10;

export interface Asking {
  /** In small letters, as `emailAddress` gives it. */
  readonly email: string;
  readonly browserSecret: string;
  /** A page of our own where the link leads afterwards. */
  readonly goingTo?: string | undefined;
}

/**
 * Mails a link and a six-digit code to an address, for the browser with this secret. An address that may not
 * come in gets a mail that says so; everything else is the same for it, so that nobody can find out who is here.
 */
export function askCode(context: Context, { email, browserSecret, goingTo }: Asking): void {
  const { db, config, mail, newId } = context;
  const now = context.now();
  const token = randomBytes(32).toString('base64url');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const id = newId();
  transact(db, (orm, afterCommit) => {
    codes.forgetCodes(orm, now - DAY_MS);
    const { kind } = placeOf(orm, config, email, now);
    const welcome = kind !== 'none';
    codes.addCode(orm, {
      id,
      email,
      linkHash: sha256(token),
      // Where nobody is welcome there is no code to guess.
      codeHash: hashOfCode(browserSecret, welcome ? code : randomBytes(16).toString('hex')),
      browserHash: sha256(browserSecret),
      createdAt: now,
      expiresAt: now + WORKS_FOR_MS,
    });
    const address = context.address();
    const letter = welcome ? signInLetter(address, token, code, goingTo) : noPlaceLetter(address);
    const about = welcome ? ('sign_in' as const) : ('no_place' as const);
    queueMail(orm, { eventKey: `sign_in:${id}`, kind: about, to: email, at: now, ...letter });
    afterCommit(() => mail.wake());
  });
}

/** The browser's secret makes the hash of a mere million codes worth nothing to whoever has the database alone. */
function hashOfCode(browserSecret: string, code: string): string {
  return sha256(`${browserSecret} ${code}`);
}

function signInLetter(address: string, token: string, code: string, goingTo: string | undefined) {
  const query = goingTo === undefined ? '' : `?then=${goingTo}`;
  const { mail } = words;
  return writeLetter({
    subject: mail.subject,
    paragraphs: [mail.hello, fill(mail.why, { address })],
    // After the #: it is sent to nobody, and a mail scanner that opens the link opens nothing.
    link: {
      words: mail.link,
      href: `${address}/sign-in${query}#link=${token}`,
    },
    code: { words: mail.orCode, code },
    after: [mail.once, mail.never],
  });
}

function noPlaceLetter(address: string) {
  const mail = words.noPlaceMail;
  return writeLetter({
    subject: mail.subject,
    paragraphs: [words.mail.hello, fill(mail.why, { address }), mail.how, mail.notYou],
  });
}

export interface CameIn {
  readonly accountId: string;
}

export interface TypedCode {
  readonly code: string;
  readonly browserSecret: string | undefined;
  readonly email?: string | undefined;
}

/** Takes a code that was typed, in the browser that asked for it. Gives the account, which may be new. */
export function takeCode(context: Context, { code, browserSecret, email }: TypedCode): Refusal | CameIn {
  if (browserSecret === undefined) return wrong(words.noCode);
  const now = context.now();
  return transact(context.db, (orm) => {
    const open = codes
      .openCodes(orm, sha256(browserSecret), now)
      .filter((row) => email === undefined || row.email === email);
    const [newest] = open;
    if (!newest) return wrong(words.noCode);
    const alive = open.filter(({ tries }) => tries < MOST_TRIES);
    if (alive.length === 0) return wrong(words.noTriesLeft);
    if (codes.wrongTriesSince(orm, newest.email, now - DAY_MS) >= MOST_WRONG_A_DAY)
      return wrong(words.noCodesToday);
    const hash = hashOfCode(browserSecret, code);
    const right = alive.find(({ codeHash }) => codeHash === hash);
    if (right) return comeIn(context, orm, right, now);
    codes.countWrongTry(
      orm,
      alive.map(({ id }) => id),
    );
    return wrong(wrongCode(MOST_TRIES - 1 - Math.min(...alive.map(({ tries }) => tries))));
  });
}

function wrongCode(left: number): string {
  if (left === 0) return words.noTriesLeft;
  return left === 1 ? words.wrongCodeLast : fill(words.wrongCode, { count: left });
}

function wrong(message: string): Refusal {
  return refuse('invalid', message, { code: message });
}

/** Takes the link's secret, if this is the browser that asked for it. Gives the account, which may be new. */
export function takeLink(
  context: Context,
  token: string,
  browserSecret: string | undefined,
): Refusal | CameIn {
  const now = context.now();
  return transact(context.db, (orm) => {
    const row = codes.openLink(orm, sha256(token), now);
    if (!row) return refuse('conflict', words.linkOver);
    if (browserSecret === undefined || row.browserHash !== sha256(browserSecret))
      return refuse('not_allowed', words.otherBrowser);
    return comeIn(context, orm, row, now);
  });
}

/** They read the address's mail. Whether there is a place for it may have changed since they asked. */
function comeIn(
  context: Context,
  orm: Context['db']['orm'],
  row: codes.CodeRow,
  now: number,
): Refusal | CameIn {
  codes.spend(orm, row, now);
  return accountFor(context, orm, placeOf(orm, context.config, row.email, now), row.email);
}

/** The account of a place, made if the place is free. Call it in the transaction that looked the place up. */
export function accountFor(
  { newId, now }: Context,
  orm: Context['db']['orm'],
  place: Place,
  email: string,
  name = '',
): Refusal | CameIn {
  switch (place.kind) {
    case 'account':
      return { accountId: place.accountId };
    case 'free': {
      const id = newId();
      addAccount(orm, { id, name, email, createdAt: now() });
      return { accountId: id };
    }
    case 'none':
      return refuse('not_allowed', words.noPlace);
  }
}
