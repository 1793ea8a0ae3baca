import { createTransport } from 'nodemailer';
import type { MailHead } from '../../db/schema/mail.ts';
import type { Carried, Carrier } from './carrier.ts';

const IMPATIENT_MS = 20_000;
const LONGEST_PROBLEM = 200;

export interface SmtpSettings {
  /** `smtps://user:password@mail.example:465`. Whatever nodemailer reads in its query holds. */
  readonly url: string;
  readonly from: string;
}

/**
 * Hands mails to a mail server. They hold links that sign people in, so that the connection must be encrypted
 * unless the mail server is this machine, or the address says `?requireTLS=false`.
 */
export function smtpCarrier({ url, from }: SmtpSettings): Carrier {
  const transport = createTransport({
    url,
    requireTLS: !isThisMachine(new URL(url).hostname),
    connectionTimeout: IMPATIENT_MS,
    greetingTimeout: IMPATIENT_MS,
    socketTimeout: IMPATIENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    async carry({ id, to, subject, text, html, createdAt, head = {} }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          date: new Date(createdAt),
          messageId: `<${id}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...listHeaders(head),
          },
          ...(head.replyTo === undefined ? {} : { replyTo: head.replyTo }),
          ...(head.thread === undefined ? {} : { references: `<${head.thread}@${domain}>` }),
          ...(head.returnTo === undefined ? {} : { envelope: { from: head.returnTo, to } }),
        });
        return { kind: 'sent' };
      } catch (error) {
        return failure(error);
      }
    },
    close: () => transport.close(),
  };
}

/** One click in a mail program ends these mails: RFC 8058. */
function listHeaders({ unsubscribe }: MailHead): Record<string, string> {
  if (unsubscribe === undefined) return {};
  return { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
}

/** What nodemailer's errors tell: https://nodemailer.com/errors (code, responseCode, command). */
function failure(error: unknown): Carried {
  const { message = '', responseCode = 0, code = '', command = '' } = error as SmtpError;
  const forGood = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return {
    kind: 'failed',
    problem: withoutAddresses(message).slice(0, LONGEST_PROBLEM),
    // A wrong password or a server that is away can be put right; what is said of this mail can't.
    forGood,
    badAddress: forGood && command === 'RCPT TO',
  };
}

interface SmtpError {
  readonly message?: string;
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

function withoutAddresses(words: string): string {
  return words.replace(/[^\s<>"']+@[^\s<>"']+/g, '(address)').replace(/\s+/g, ' ');
}
