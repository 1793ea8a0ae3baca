import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { comment, commentThread } from '../../db/schema/comments.ts';
import { journalEntry } from '../../db/schema/journal.ts';
import { mail } from '../../db/schema/mail.ts';
import { member, memberRole, pseudonymName } from '../../db/schema/partnerships.ts';
import { account, profile } from '../../db/schema/people.ts';
import { hasPartOf } from '../../shared/people/pseudonyms.ts';
import { escapeHtml } from '../mail/letter.ts';
import type { NameSeal } from './nameSeal.ts';

type Orm = Db['orm'];
type MemberRow = typeof member.$inferSelect;

/** Someone who is in this partnership now. */
export function memberIn(orm: Orm, partnershipId: string, memberId: string): MemberRow | undefined {
  return orm
    .select()
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.partnershipId, partnershipId), isNull(member.leftAt)))
    .get();
}

/** What everyone else in the partnership is called, and those who have left were. */
export function otherNames(orm: Orm, { id, partnershipId }: MemberRow): string[] {
  return orm
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.partnershipId, partnershipId), ne(member.id, id)))
    .all()
    .map(({ name }) => name);
}

/** The names of those who can open what is sealed here. */
export function keepersIn(orm: Orm, partnershipId: string): string[] {
  return orm
    .select({ name: member.name })
    .from(member)
    .innerJoin(memberRole, eq(memberRole.memberId, member.id))
    .where(
      and(
        eq(member.partnershipId, partnershipId),
        isNull(member.leftAt),
        eq(memberRole.role, 'safeguarding_lead'),
      ),
    )
    .all()
    .map(({ name }) => name);
}

export function sealedName(orm: Orm, memberId: string): Uint8Array | undefined {
  return orm.select().from(pseudonymName).where(eq(pseudonymName.memberId, memberId)).get()?.sealed;
}

/** Keeps a name behind a chosen one. The first name that is sealed makes the key. Throws `NoKey`. */
export function keepSealed(orm: Orm, seal: NameSeal, memberId: string, name: string, at: number): void {
  const sealed = seal.seal(memberId, name, !hasSealedNames(orm));
  orm.insert(pseudonymName).values({ memberId, sealed, createdAt: at }).run();
}

export function hasSealedNames(orm: Orm): boolean {
  return orm.select({ id: pseudonymName.memberId }).from(pseudonymName).limit(1).get() !== undefined;
}

export function deleteSealed(orm: Orm, memberId: string): void {
  orm.delete(pseudonymName).where(eq(pseudonymName.memberId, memberId)).run();
}

export function rename(orm: Orm, memberId: string, name: string, isPseudonym: boolean): void {
  orm.update(member).set({ name, isPseudonym }).where(eq(member.id, memberId)).run();
}

/**
 * Takes a name out of everything that this partnership, and the account itself, say of someone: no row may
 * lead from a chosen name to the one behind it. Other partnerships go on knowing them by the name they have there.
 */
export function forgetName(orm: Orm, { id, accountId, partnershipId, note }: MemberRow, name: string): void {
  orm.update(account).set({ name: '' }).where(eq(account.id, accountId)).run();
  if (hasPartOf(name, note)) orm.update(member).set({ note: '' }).where(eq(member.id, id)).run();
  const theirs = eq(profile.accountId, accountId);
  const own = orm.select().from(profile).where(theirs).get();
  if (own)
    orm
      .update(profile)
      .set({
        addressAs: hasPartOf(name, own.addressAs) ? '' : own.addressAs,
        formats: hasPartOf(name, own.formats) ? '' : own.formats,
        language: hasPartOf(name, own.language) ? '' : own.language,
        support: hasPartOf(name, own.support) ? '' : own.support,
      })
      .where(theirs)
      .run();
  forgetInReasons(orm, partnershipId, name);
  forgetInComments(orm, partnershipId, name);
  forgetInMails(orm, name);
}

/** The journal has ids for people. Only a reason, which someone typed, can have the name in it. */
function forgetInReasons(orm: Orm, partnershipId: string, name: string): void {
  const rows = orm
    .select({ seq: journalEntry.seq, detail: journalEntry.detail })
    .from(journalEntry)
    .where(eq(journalEntry.partnershipId, partnershipId))
    .all();
  for (const { seq, detail } of rows) {
    if (typeof detail.reason !== 'string' || !detail.reason.includes(name)) continue;
    const clean = { ...detail, reason: detail.reason.replaceAll(name, LEFT_OUT) };
    orm.update(journalEntry).set({ detail: clean }).where(eq(journalEntry.seq, seq)).run();
  }
}

/** Comments have ids for people. What people wrote in them can have the name in it. */
function forgetInComments(orm: Orm, partnershipId: string, name: string): void {
  const clean = (words: string | null) => words?.replaceAll(name, LEFT_OUT) ?? null;
  const threads = orm
    .select()
    .from(commentThread)
    .where(eq(commentThread.partnershipId, partnershipId))
    .all();
  for (const { id, suggestion, endedReason, held } of threads) {
    const before = held?.before.endedReason ?? null;
    if (`${suggestion} ${endedReason} ${before}`.includes(name)) {
      const kept = held && { ...held, before: { ...held.before, endedReason: clean(before) } };
      const set = { suggestion: clean(suggestion), endedReason: clean(endedReason), held: kept };
      orm.update(commentThread).set(set).where(eq(commentThread.id, id)).run();
    }
    for (const row of orm.select().from(comment).where(eq(comment.threadId, id)).all()) {
      const { words, supporter, hiddenReason } = row;
      if (!`${words} ${supporter} ${hiddenReason}`.includes(name)) continue;
      const set = {
        words: words.replaceAll(name, LEFT_OUT),
        supporter: clean(supporter),
        hiddenReason: clean(hiddenReason),
      };
      orm.update(comment).set(set).where(eq(comment.id, row.id)).run();
    }
  }
}

/** Mails that wait to be sent, such as invitations that they sent out, go without the name. */
function forgetInMails(orm: Orm, name: string): void {
  const clean = (words: string) => words.replaceAll(escapeHtml(name), LEFT_OUT).replaceAll(name, LEFT_OUT);
  for (const { id, subject, text, html } of orm.select().from(mail).where(isNotNull(mail.dueAt)).all())
    if (clean(subject + text + html) !== subject + text + html)
      orm
        .update(mail)
        .set({ subject: clean(subject), text: clean(text), html: clean(html) })
        .where(eq(mail.id, id))
        .run();
}

const LEFT_OUT = '…';

/** How many partnerships the account is in or was in: in each, people may know it by another name. */
export function placesOf(orm: Orm, accountId: string): number {
  return orm.select({ id: member.id }).from(member).where(eq(member.accountId, accountId)).all().length;
}

/** When the name behind someone's chosen one was opened, by whom and why, the newest first. */
export function openingsOf(orm: Orm, partnershipId: string, memberId: string) {
  return orm
    .select({ at: journalEntry.at, by: member.name, detail: journalEntry.detail })
    .from(journalEntry)
    .leftJoin(member, eq(member.id, journalEntry.memberId))
    .where(
      and(
        eq(journalEntry.partnershipId, partnershipId),
        eq(journalEntry.kind, 'name_opened'),
        eq(journalEntry.subjectId, memberId),
      ),
    )
    .all()
    .reverse()
    .map(({ at, by, detail }) => ({ at, by, reason: String(detail.reason) }));
}
