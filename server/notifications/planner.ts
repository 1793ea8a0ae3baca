import type { Logger } from 'pino';
import { transact } from '../../db/transact.ts';
import { gather } from '../../shared/notifications/gather.ts';
import { plan } from '../../shared/notifications/plan.ts';
import type { Changes } from '../live/changes.ts';
import { queueMail } from '../mail/store.ts';
import { type MailParts, noticeMail } from './letter.ts';
import type { NoticeLines } from './lines.ts';
import { type Addressee, addresseeOf, mailedSince } from './readerStore.ts';
import { settingsOf } from './settingsStore.ts';
import * as store from './store.ts';
import { forgetOldTokens } from './tokenStore.ts';
import { isHeld } from './troubleStore.ts';

/** What notices become mails with. */
interface PlannerParts extends MailParts {
  readonly lines: NoticeLines;
  readonly changes: Changes;
  readonly log: Logger;
}

/** Plans the mails that are due, puts them in the queue, and gives when to look again. */
export type Planner = (now: number) => number | undefined;

const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 180 * DAY_MS;
/** Nobody wants to be told later than this. */
const STALE_MS = 14 * DAY_MS;
const TROUBLE_MS = 60_000;

/**
 * Turns what people are to be told into mails. One transaction for each person looks at what waits for them, asks again
 * what they may know of, puts one mail in the queue, and marks what is in it: so that whenever the process dies, each
 * notice is in one mail or still waits for one.
 */
export function createPlanner(parts: PlannerParts): Planner {
  const { db, log, changes } = parts;
  let tidiedAt = 0;
  let told = store.newestId(db.orm);

  /** Open inboxes hear of what is new. */
  function tellPages(): void {
    const { people, newest } = store.toldSince(db.orm, told);
    told = newest;
    for (const { memberId, partnershipId } of people)
      changes.tell(partnershipId, { kind: 'notice', id: memberId }, ({ id }) => id === memberId);
  }

  return (now) => {
    if (now - tidiedAt >= DAY_MS) {
      tidiedAt = now;
      store.forgetOldNotices(db.orm, now - KEPT_MS);
      forgetOldTokens(db.orm, now);
    }
    tellPages();
    let next = Number.POSITIVE_INFINITY;
    for (const { memberId } of store.waitingMembers(db.orm))
      try {
        next = Math.min(next, planFor(parts, memberId, now) ?? next);
      } catch (err) {
        log.error({ err, memberId }, 'the mails of a member could not be planned');
        next = Math.min(next, now + TROUBLE_MS);
      }
    return Number.isFinite(next) ? next : undefined;
  };
}

function planFor(parts: PlannerParts, memberId: string, now: number): number | undefined {
  return transact(parts.db, (orm) => {
    const reader = addresseeOf(parts.db, memberId);
    const waiting = store.unsettled(orm, memberId);
    const useful = waiting.filter(({ at }) => reader?.email && at > now - STALE_MS);
    settleAll(waiting.filter((each) => !useful.includes(each)));
    if (!reader?.email || useful.length === 0 || isHeld(orm, memberId, reader.email)) return undefined;
    const planned = plan({
      unsent: useful,
      settings: settingsOf(orm, memberId),
      timeZone: reader.timeZone,
      now,
      mailedAt: mailedSince(parts.db, reader.accountId, now - DAY_MS),
    });
    settleAll(useful.filter(({ id }) => planned.never.includes(id)));
    const chosen = useful.filter(({ id }) => planned.mail.includes(id));
    const mailId = chosen.length > 0 ? queue(parts, reader, reader.email, chosen, now) : undefined;
    settleAll(chosen, mailId);
    return planned.next;

    function settleAll(notices: readonly store.KeptNotice[], mailId?: string): void {
      store.settle(
        orm,
        notices.map(({ id }) => id),
        mailId ?? null,
        now,
      );
    }
  });
}

/** Puts one mail in the queue, with what its reader may know of at this moment. Nothing is sent if that is nothing. */
function queue(
  parts: PlannerParts,
  reader: Addressee,
  to: string,
  chosen: readonly store.KeptNotice[],
  now: number,
): string | undefined {
  const { db, lines } = parts;
  const worded = chosen.flatMap((notice) => {
    const line = lines[notice.kind]?.(db, notice, reader);
    return line && !line.over ? [{ notice, line }] : [];
  });
  if (worded.length === 0) return undefined;
  const { head, ...letter } = noticeMail(parts, reader, to, gather(worded), now);
  const eventKey = `notices:${reader.member.id}:${chosen.map(({ id }) => id).join(',')}:${now}`;
  return queueMail(db.orm, {
    ...{ eventKey, kind: 'notice', to, at: now, head, memberId: reader.member.id },
    ...letter,
  });
}
