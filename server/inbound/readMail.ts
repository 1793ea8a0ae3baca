import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { htmlWords } from '../../shared/inbound/htmlWords.ts';
import { ownWords } from '../../shared/inbound/ownWords.ts';

/** A mail that came in, as far as anything depends on it. Whom it is from is not among it. */
export interface MailIn {
  /** Stands for this mail: the same when it comes again. */
  readonly idHash: string;
  /** A program wrote it, or it went to many: nobody answers those, or two programs would answer each other for ever. */
  readonly automatic: boolean;
  /** It says that a mail could not be delivered, ever; with what was said about it. */
  readonly failed: { readonly problem: string } | undefined;
  /** What its writer wrote in it. */
  readonly words: string;
  /** Whom its head says it is to. */
  readonly to: readonly string[];
}

const LONGEST_PROBLEM = 200;
const MOST_PARTS = 20;

/** Reads a mail as it came; undefined when it is none. */
export async function readMail(raw: Buffer): Promise<MailIn | undefined> {
  try {
    const email = await PostalMime.parse(raw, {
      maxNestingDepth: MOST_PARTS,
      attachmentEncoding: 'arraybuffer',
    });
    const head = (name: string) =>
      email.headers
        .filter(({ key }) => key === name)
        .map(({ value }) => value)
        .join(', ');
    const id = head('message-id').trim();
    // Plain words are what was written; HTML where there are none.
    const text = email.text?.trim() ? email.text : htmlWords(email.html ?? '');
    return {
      idHash: createHash('sha256')
        .update(id === '' ? raw : id)
        .digest('hex'),
      automatic: isAutomatic(head),
      failed: failureIn(raw, head('content-type')),
      words: ownWords(text),
      to: ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to']
        .flatMap((name) => head(name).match(/[^\s<>,;"()]+@[^\s<>,;"()]+/g) ?? [])
        .map((address) => address.toLowerCase()),
    };
  } catch {
    return undefined;
  }
}

function isAutomatic(head: (name: string) => string): boolean {
  const submitted = head('auto-submitted').trim().toLowerCase();
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)$/i.test(head('precedence').trim()) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-loop', 'list-id', 'x-failed-recipients'].some(
      (name) => head(name) !== '',
    ) ||
    /multipart\/report|message\/delivery-status/i.test(head('content-type')) ||
    /^\s*<?>?\s*$/.test(head('return-path') || 'someone') ||
    /^[^@]*(?:mailer-daemon|postmaster|no-?reply)@|<(?:mailer-daemon|postmaster|no-?reply)@/i.test(
      head('from'),
    )
  );
}

/** A report of delivery says "Action: failed" and a status that begins with 5 (RFC 3464). Others are worth waiting for. */
function failureIn(raw: Buffer, contentType: string): MailIn['failed'] {
  if (!/multipart\/report/i.test(contentType)) return undefined;
  const text = raw.toString('latin1');
  if (!/^Action:\s*failed\b/im.test(text) || !/^Status:\s*5\.\d+\.\d+/im.test(text)) return undefined;
  const said = /^Diagnostic-Code:\s*([^\r\n]{0,400})/im.exec(text)?.[1] ?? '';
  const problem = said.replace(/[^\s<>"']+@[^\s<>"']+/g, '(address)').slice(0, LONGEST_PROBLEM);
  return { problem: problem.replace(/[^\x20-\x7e]/g, '') };
}
