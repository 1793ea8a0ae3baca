import type { Db } from '../../db/open.ts';
import type { MailHead } from '../../db/schema/mail.ts';
import { hashOfAddress } from '../../db/sealed.ts';
import { notificationsWords } from '../../shared/messages/en/notifications.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Gathered } from '../../shared/notifications/gather.ts';
import { type Letter, type LetterItem, writeLetter } from '../mail/letter.ts';
import type { LeadIn } from './lines.ts';
import type { Addressee } from './readerStore.ts';
import { addToken } from './tokenStore.ts';
import { hashOf } from './tokens.ts';

const { mail: words, replyLine } = notificationsWords;

/** A mail is not the place for a long list. */
const MOST_LINES = 40;

/** What addresses in mails are made with. */
export interface MailParts {
  readonly db: Db;
  readonly address: () => string;
  /** Whose addresses replies come in at; undefined: nothing comes in. */
  readonly replyDomain: string | undefined;
  /** Where a mail leads whoever is signed in nowhere. */
  readonly leadIn: LeadIn;
}

/** One mail that tells its reader of all this. It makes the addresses that are in it, so call it where it is queued. */
export function noticeMail(
  parts: MailParts,
  reader: Addressee,
  to: string,
  gathered: readonly Gathered[],
  now: number,
) {
  const { db, address } = parts;
  const { partnership, partnershipId, member } = reader;
  const unsubscribe = `${address()}/unsubscribe/${addToken(db.orm, 'unsubscribe', member.id, '', now)}`;
  const shown = gathered.slice(0, MOST_LINES);
  const ways = parts.leadIn(db, { reader, address: address(), now }, shown);
  const hrefs = shown.map(({ line }, at) => ways[at] ?? address() + line.href);
  const replies = shown.map(({ notice: { about } }) =>
    about.kind === 'thread' ? mailAddress(parts, 'reply', member.id, about.id, now) : undefined,
  );
  const [only, another] = gathered;
  const single = only && !another ? only : undefined;
  const [replyTo] = replies;
  const footer = [
    ...(ways.some((way) => way !== undefined) ? [fill(words.waysIn, { name: member.name })] : []),
    ...(replies.every((one) => one === undefined) ? [words.noReply] : []),
    fill(words.why, { partnership }),
    { words: words.settings, href: `${address()}/partnerships/${partnershipId}/my-notices` },
    { words: words.unsubscribe, href: unsubscribe },
  ];
  const letter = single
    ? aboutOne(single, hrefs[0] as string, replyTo)
    : aboutMany({ gathered, shown, replies, hrefs }, partnership, address());
  const returnTo = mailAddress(parts, 'bounce', member.id, hashOfAddress(db.orm, to), now);
  const head: MailHead = {
    unsubscribe,
    ...(single && replyTo !== undefined ? { replyTo } : {}),
    ...(returnTo === undefined ? {} : { returnTo }),
    ...(single
      ? { thread: hashOf(`${single.notice.about.kind} ${single.notice.about.id}`).slice(0, 32) }
      : {}),
  };
  return { ...writeLetter({ ...letter, after: footer }), head };
}

/** An address of our own; none where nothing comes in. */
function mailAddress(
  { db, replyDomain }: MailParts,
  purpose: 'reply' | 'bounce',
  memberId: string,
  about: string,
  now: number,
): string | undefined {
  if (replyDomain === undefined) return undefined;
  return `${purpose}+${addToken(db.orm, purpose, memberId, about, now)}@${replyDomain}`;
}

function aboutOne({ line, ids }: Gathered, href: string, replyTo: string | undefined): Letter {
  return {
    subject: line.title,
    ...(replyTo === undefined ? {} : { before: `--- ${replyLine} ---` }),
    paragraphs: [
      sayingHowMany(line.line, ids.length),
      ...(line.more ?? []),
      ...(replyTo === undefined ? [] : [words.reply]),
    ],
    link: { words: line.open ?? words.open, href },
  };
}

/** Everything that a mail tells of; of those that are in it, where each leads and where it is answered. */
interface Many {
  readonly gathered: readonly Gathered[];
  readonly shown: readonly Gathered[];
  readonly replies: readonly (string | undefined)[];
  readonly hrefs: readonly string[];
}

function aboutMany({ gathered, shown, replies, hrefs }: Many, partnership: string, address: string): Letter {
  const items = shown.map((each, at) => ({
    needsMe: each.needsMe,
    item: itemOf(each, hrefs[at] as string, replies[at]),
  }));
  const needing = items.filter(({ needsMe }) => needsMe).map(({ item }) => item);
  const news = items.filter(({ needsMe }) => !needsMe).map(({ item }) => item);
  return {
    subject: subjectOf(gathered, partnership),
    paragraphs: gathered.length > shown.length ? [fill(words.left, { address: `${address}/notices` })] : [],
    lists: [
      ...(needing.length > 0 ? [{ heading: words.needsYouHeading, items: needing }] : []),
      ...(news.length > 0 ? [{ heading: words.newsHeading, items: news }] : []),
    ],
  };
}

function subjectOf(gathered: readonly Gathered[], partnership: string): string {
  const count = gathered.filter(({ needsMe }) => needsMe).length;
  if (count === 0) return fill(words.news, { partnership, count: gathered.length });
  return fill(count === 1 ? words.needYouOne : words.needYou, { partnership, count });
}

function itemOf({ line, ids }: Gathered, href: string, replyTo: string | undefined): LetterItem {
  return {
    title: line.title,
    line: [sayingHowMany(line.line, ids.length), line.gist].filter(Boolean).join(' '),
    href,
    ...(replyTo === undefined ? {} : { note: fill(words.replyTo, { address: replyTo }) }),
  };
}

function sayingHowMany(line: string, count: number): string {
  return count > 1 ? fill(words.itemMore, { line, count: count - 1 }) : line;
}
