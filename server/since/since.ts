import { createHash } from 'node:crypto';
import { transact } from '../../db/transact.ts';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { sinceWords as words } from '../../shared/messages/en/since.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Since } from '../../shared/since/api.ts';
import { sentencesChanged } from '../../shared/since/sentences.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from '../decisions/access.ts';
import { shown } from '../decisions/shown.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { changesAfter, type WrittenChange } from './inDocument.ts';
import { keepMark, markOf, namesByAccount } from './store.ts';

type Parts = Pick<Context, 'db' | 'content' | 'now'>;

/** What changed in a document since this person last said that they had read it. Their own changes are not news. */
export function documentSince(
  { db, content }: Parts,
  { documentId, memberId, partnershipId }: DocumentAccess,
  accountId: string,
): Since {
  const newest = content.newest(documentId);
  const mark = markOf(db.orm, { memberId, aboutKind: 'document', aboutId: documentId });
  const answer = { at: mark?.at ?? null, to: String(newest), changes: [], lines: [], tooMuch: false };
  if (!mark || mark.mark >= newest) return answer;
  const found = changesAfter(db.orm, documentId, mark.mark);
  if (!found) return { ...answer, tooMuch: true };
  const names = namesByAccount(db.orm, partnershipId);
  const others = found.filter(({ by }) => by.some((id) => id !== accountId));
  return { ...answer, changes: others.map((each) => shownChange(each, names)) };
}

function shownChange(
  { change, by }: WrittenChange,
  names: ReadonlyMap<string, string>,
): Since['changes'][number] {
  return {
    how: change.how,
    was: 'was' in change ? change.was : null,
    now: 'now' in change ? change.now : null,
    by: by.map((id) => (id === null ? words.server : (names.get(id) ?? words.someone))),
  };
}

/** Keeps that a document was read up to one of its changes; what has come since stays new. It never goes back. */
export function readDocument(
  { db, content, now }: Parts,
  { documentId, memberId }: DocumentAccess,
  to: string,
): Refusal | undefined {
  const seq = /^\d{1,12}$/.test(to) ? Number(to) : Number.NaN;
  if (!(seq <= content.newest(documentId))) return refuse('conflict', words.changedMeanwhile);
  return transact<undefined>(db, (orm) => {
    const reading = { memberId, aboutKind: 'document' as const, aboutId: documentId };
    const before = markOf(orm, reading);
    keepMark(orm, { ...reading, mark: Math.max(seq, before?.mark ?? 0), lines: [], at: now() });
    return undefined;
  });
}

/** What happened to a decision since this person last said that they had read it: only what they may see now. */
export function decisionSince(context: Context, access: DecisionAccess): Since | Refusal {
  const answer = shown(context, access);
  if (isRefusal(answer)) return answer;
  const mark = markOf(context.db.orm, readingOf(access));
  const at = mark?.at ?? null;
  if (!mark) return { at, to: stateOf(answer), changes: [], lines: [], tooMuch: false };
  const known = new Set(mark.lines);
  return {
    at,
    to: stateOf(answer),
    changes: wordsSince(answer, mark.mark),
    lines: answer.timeline
      .filter(({ key, by }) => !known.has(key) && (by === null || by !== answer.me.actor))
      .map(({ key, at: when, says }) => ({ key, at: when, says })),
    tooMuch: false,
  };
}

/** Keeps that a decision was read as it was shown. Refused when something has happened since that they may see. */
export function readDecision(context: Context, access: DecisionAccess, to: string): Refusal | undefined {
  const answer = shown(context, access);
  if (isRefusal(answer)) return answer;
  if (stateOf(answer) !== to) return refuse('conflict', words.changedMeanwhile);
  const mark = {
    ...readingOf(access),
    mark: answer.versions.at(-1)?.number ?? 0,
    lines: answer.timeline.map(({ key }) => key),
    at: context.now(),
  };
  transact(context.db, (orm) => keepMark(orm, mark));
  return undefined;
}

function readingOf({ decisionId, member }: DecisionAccess) {
  return { memberId: member.id, aboutKind: 'decision' as const, aboutId: decisionId };
}

/** Made of nothing but what this person is shown, so that it can't tell of what is hidden from them. */
function stateOf({ timeline, versions }: DecisionAnswer): string {
  const seen = [versions.at(-1)?.number ?? 0, ...timeline.map(({ key }) => key)];
  return createHash('sha256').update(seen.join(' ')).digest('hex');
}

function wordsSince({ versions, texts, people, me }: DecisionAnswer, seen: number): Since['changes'] {
  const newest = versions.at(-1);
  const before = versions.find(({ number }) => number === seen);
  if (!newest || !before || newest.number === seen) return [];
  const since = versions.filter(({ number, by }) => number > seen && by !== me.actor);
  const by = [...new Set(since.map((version) => people[version.by]?.name ?? words.someone))];
  return sentencesChanged(texts[before.hash] ?? [], texts[newest.hash] ?? []).map((change) => ({
    how: change.how,
    was: 'was' in change ? change.was : null,
    now: 'now' in change ? change.now : null,
    by,
  }));
}
