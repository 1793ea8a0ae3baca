import type { Logger } from 'pino';
import type { Db } from '../../db/open.ts';
import type { Carrier } from './carrier.ts';
import { type ClaimedMail, claimMail, forgetOldMails, markFailed, markSent, nextMailDue } from './store.ts';

export interface Mailer {
  /** Mails may be due: call it after the commit that queued one. */
  wake(): void;
  /** Takes no more mails, and waits for those that are on their way. */
  close(): Promise<void>;
}

export interface MailerParts {
  readonly db: Db;
  readonly carrier: Carrier;
  readonly now: () => number;
  /** Runs `work` after that many milliseconds, unless the function that it gives is called before. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  readonly log: Logger;
  /** Puts mails in the queue that are due by now, and gives when there will be more. */
  readonly plan?: (now: number) => number | undefined;
  /** An address was refused for good: done in the transaction that gives its mail up. */
  readonly refused?: (orm: Db['orm'], mail: ClaimedMail, problem: string, now: number) => void;
}

const AT_ONCE = 4;
/** A timer can't be set for ever, and a queue that can't be read now may be readable later. */
const LONGEST_SLEEP_MS = 10 * 60_000;
const TROUBLE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 30 * DAY_MS;

/**
 * Sends the mails of the queue. Each is claimed on the disk before it is sent and marked after, so that no
 * event is mailed twice while the process lives, whatever happens at the same time. If the process dies
 * between the mail server's "I have it" and our mark, the mail is sent again after its lease, under the same
 * Message-ID: once too often is better than a person waiting for a mail that never comes.
 */
export function createMailer({ db, carrier, now, after, log, plan, refused }: MailerParts): Mailer {
  const underWay = new Map<string, Promise<void>>();
  /** Sent, but the disk would not take the mark yet. */
  const unmarked = new Set<string>();
  let tidiedAt = 0;
  let closed = false;
  let cancel = () => {};

  /** Runs apart from whoever wakes it: their answer does not wait for the queue, nor fail with it. */
  function wakeIn(milliseconds: number): void {
    cancel();
    if (!closed) cancel = after(milliseconds, work);
  }

  function work(): void {
    try {
      if (now() - tidiedAt >= DAY_MS) {
        tidiedAt = now();
        forgetOldMails(db, tidiedAt - KEPT_MS);
      }
      for (const id of unmarked) {
        markSent(db, id, now());
        unmarked.delete(id);
      }
      const planned = closed ? undefined : plan?.(now());
      while (!closed && underWay.size < AT_ONCE) {
        const mail = claimMail(db, now(), [...underWay.keys()]);
        if (!mail) break;
        underWay.set(mail.id, send(mail));
      }
      const queued = underWay.size < AT_ONCE ? nextMailDue(db, [...underWay.keys()]) : undefined;
      const due = Math.min(queued ?? Number.POSITIVE_INFINITY, planned ?? Number.POSITIVE_INFINITY);
      if (Number.isFinite(due)) wakeIn(Math.min(Math.max(0, due - now()), LONGEST_SLEEP_MS));
    } catch (err) {
      log.error({ err }, 'the mail queue could not be read');
      wakeIn(TROUBLE_MS);
    }
  }

  async function send(mail: ClaimedMail): Promise<void> {
    const carried = await carrier.carry(mail);
    const { id, kind } = mail;
    if (carried.kind === 'sent') unmarked.add(id);
    try {
      if (carried.kind === 'sent') {
        markSent(db, id, now());
        unmarked.delete(id);
      } else {
        log.warn({ mailId: id, mailKind: kind, problem: carried.problem }, 'a mail could not be sent');
        const { problem, badAddress } = carried;
        markFailed(db, { id, ...carried }, now(), (orm) => {
          if (badAddress) refused?.(orm, mail, problem, now());
        });
      }
    } catch (err) {
      log.error({ mailId: id, err }, 'what became of a mail could not be written down');
    } finally {
      underWay.delete(id);
      // What could not be marked is no work for this very moment.
      wakeIn(unmarked.has(id) ? TROUBLE_MS : 0);
    }
  }

  return {
    wake: () => wakeIn(0),
    async close() {
      closed = true;
      cancel();
      await Promise.all(underWay.values());
      carrier.close();
    },
  };
}
