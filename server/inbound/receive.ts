import { transact } from '../../db/transact.ts';
import { notificationsWords } from '../../shared/messages/en/notifications.ts';
import { fill } from '../../shared/messages/fill.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { writeLetter } from '../mail/letter.ts';
import { queueMail } from '../mail/store.ts';
import { mailboxOf, mayMailNow } from '../notifications/readerStore.ts';
import { tokenFor } from '../notifications/tokenStore.ts';
import { noteTrouble } from '../notifications/troubleStore.ts';
import { type MailIn, readMail } from './readMail.ts';
import { isSeen, keepSeen } from './seenStore.ts';

const words = notificationsWords.refusedReply;

/** Far more than an answer in words. Attachments are not kept. */
export const LARGEST_MAIL = 2 * 1024 * 1024;

/** An answer that came by mail. `requestId` is the same when the same mail comes again. */
export interface Reply {
  readonly memberId: string;
  readonly threadId: string;
  readonly words: string;
  readonly requestId: string;
}

export interface ReceiveParts {
  readonly context: Pick<Context, 'db' | 'now' | 'mail' | 'log' | 'address'>;
  readonly domain: string;
  /** Adds an answer where it belongs, by the rights of whoever it is from. */
  readonly reply: (reply: Reply) => Refusal | undefined;
}

/** What became of a mail. Only ids and these words are ever logged of one. */
export type Received = 'added' | 'refused' | 'bounced' | 'ignored' | 'seen_before' | 'not_ours' | 'no_mail';

interface OurAddress {
  readonly purpose: 'reply' | 'bounce';
  readonly token: string;
}

/** What an address of ours is for; undefined for any other address. */
export function ourAddress(address: string, domain: string): OurAddress | undefined {
  const [, purpose, token, at] =
    /^(reply|bounce)\+([0-9a-f]{32})@(.+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (!purpose || !token || at !== domain) return undefined;
  return { purpose: purpose as OurAddress['purpose'], token };
}

/**
 * Takes in one mail. `to` is where it was delivered; without it, its own head says so. It counts for whom its address
 * was made, whoever it says that it is from: anyone may write from another address of theirs. What can't be added is
 * answered by one plain mail, but never what a program wrote.
 */
export async function receive(parts: ReceiveParts, raw: Buffer, to: readonly string[]): Promise<Received> {
  const { context, domain } = parts;
  const mail = await readMail(raw);
  if (!mail) return 'no_mail';
  const [ours] = (to.length > 0 ? to : mail.to).flatMap((address) => ourAddress(address, domain) ?? []);
  if (!ours) return 'not_ours';
  if (isSeen(context.db.orm, mail.idHash)) return 'seen_before';
  const received = handle(parts, ours, mail);
  keepSeen(context.db.orm, mail.idHash, context.now());
  context.log.info({ received }, 'a mail came in');
  return received;
}

function handle({ context, reply }: ReceiveParts, { purpose, token }: OurAddress, mail: MailIn): Received {
  const { db, now } = context;
  const found = tokenFor(db.orm, purpose, token, now());
  if (!found) return 'not_ours';
  const { memberId, about } = found;
  if (purpose === 'bounce') {
    if (!mail.failed) return 'ignored';
    noteTrouble(db.orm, memberId, about, mail.failed.problem, now());
    return 'bounced';
  }
  if (mail.automatic || mail.failed) return 'ignored';
  const refusal =
    mail.words === ''
      ? { message: words.empty }
      : reply({ memberId, threadId: about, words: mail.words, requestId: `mail:${mail.idHash}` });
  if (refusal === undefined) return 'added';
  answer(
    context,
    memberId,
    mail,
    isRefusal(refusal) && refusal.refused === 'not_found' ? words.gone : refusal.message,
  );
  return 'refused';
}

/** One plain mail to the address that we know of them: never to the one that a mail says it is from. */
function answer(context: ReceiveParts['context'], memberId: string, { idHash }: MailIn, why: string): void {
  transact(context.db, (orm, afterCommit) => {
    const box = mailboxOf(context.db, memberId);
    if (!box || !mayMailNow(context.db, box.accountId, context.now())) return;
    const letter = writeLetter({
      subject: words.subject,
      paragraphs: [fill(words.what, { partnership: box.partnership }), why, words.yours],
      link: { words: words.open, href: context.address() },
    });
    queueMail(orm, {
      ...{ eventKey: `reply_refused:${idHash}`, kind: 'notice', to: box.email, at: context.now(), memberId },
      ...letter,
    });
    afterCommit(() => context.mail.wake());
  });
}
