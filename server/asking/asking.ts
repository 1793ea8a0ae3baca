import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import { transact } from '../../db/transact.ts';
import type { WantedAsking } from '../../shared/asking/changes.ts';
import { checkAsking } from '../../shared/asking/checking.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { notFound } from '../errors.ts';
import { versionOf } from '../partnerships/version.ts';
import { noteInJournal } from './journal.ts';
import { type AskingRow, addAsking, askedBefore, askingRow } from './store.ts';
import { type About, type Found, findSubject } from './subject.ts';
import { tellChanged, tellPeople } from './telling.ts';
import { peopleFor } from './whom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What asking needs of the server. */
export type Asking = Pick<Context, 'db' | 'newId' | 'now' | 'changes' | 'mail'>;

/**
 * Asks people about something, and tells each of them: all in one transaction in which the asker's rights and those
 * of everyone who is asked are looked at again. What was sent twice asks once. Nothing has changed when it is refused.
 */
export function askPeople(
  context: Asking,
  { about, memberId }: { readonly about: About; readonly memberId: string },
  sent: WantedAsking,
): { readonly id: string } | Refusal {
  const { db, newId } = context;
  // With what it asks in its name: something else that was sent under the same name by mistake is not lost.
  const wanted = { ...sent, requestId: `${sent.requestId} ${versionOf([about, sent])}` };
  return transact<{ id: string } | Refusal>(db, (orm, afterCommit) => {
    const now = context.now();
    const found = askable(db, about, memberId);
    if (isRefusal(found)) return found;
    const before = askedBefore(orm, memberId, wanted.requestId);
    if (before) return { id: before.id };
    const wrong = checkAsking(wanted, found.subject, now);
    if (wrong) return wrong;
    const people = peopleFor(db, found, wanted);
    if (isRefusal(people)) return people;
    const id = newId();
    addAsking(orm, rowOf(id, { about, memberId, now }, wanted), people);
    tell(context, { orm, afterCommit }, found, askingRow(orm, id) as AskingRow, {
      memberIds: people.map((person) => person.memberId),
      at: now,
    });
    return { id };
  });
}

/** What it is about, if this person may ask others about it. */
export function askable(db: Db, about: About, memberId: string): Found | Refusal {
  const member = memberHere(db, about.partnershipId, memberId);
  const found = findSubject(db, about);
  if (!member || !found?.mayRead(member)) return notFound();
  return found.mayAsk(member) ? found : refuse('not_allowed', askingWords.refused.mayNotAsk);
}

function rowOf(
  id: string,
  { about, memberId, now }: { readonly about: About; readonly memberId: string; readonly now: number },
  { requestId, rung, closesAt, difference, minutes, background, timeEnough }: WantedAsking,
) {
  return {
    ...{ id, requestId, rung, closesAt, difference, minutes, background, timeEnough },
    partnershipId: about.partnershipId,
    documentId: about.kind === 'document' ? about.id : null,
    decisionId: about.kind === 'decision' ? about.id : null,
    askedBy: memberId,
    askedAt: now,
    remindAt: rung === 'inform' ? null : remindAt(now, closesAt),
  };
}

/** A day before the end or, where there is little time, when three quarters of it are over. */
function remindAt(now: number, closesAt: number): number {
  return closesAt - Math.min(DAY, Math.floor((closesAt - now) / 4));
}

function tell(
  context: Asking,
  under: { readonly orm: Db['orm']; readonly afterCommit: AfterCommit },
  found: Found,
  row: AskingRow,
  to: { readonly memberIds: readonly string[]; readonly at: number },
): void {
  noteInJournal(under.orm, found, row, { happened: 'asked', memberId: row.askedBy, at: to.at });
  tellPeople(context, under, row, { ...to, kind: 'asked', byMemberId: row.askedBy });
  tellChanged(context, under, found, row);
}
