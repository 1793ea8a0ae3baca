import { type SmtpSink, startSmtp } from '../integration/mail/smtpSink.ts';
import { until } from '../until.ts';

/** A mail as its reader sees it: the words, and what can be used from them. */
export interface ReadMail {
  readonly text: string;
  readonly code: string;
  readonly link: string;
}

export interface MailServer {
  readonly url: string;
  /** The oldest mail to this address that nobody asked for yet and that says `words`. */
  next(address: string, words?: RegExp): Promise<ReadMail>;
  stop(): Promise<void>;
}

/** A real mail server on this machine, whose mails a journey reads one after the other. */
export async function startMailServer(): Promise<MailServer> {
  const sink: SmtpSink = await startSmtp();
  const read = new Set<string>();
  return {
    url: sink.url,
    async next(address, words = /./) {
      const found = await until(`a mail to ${address}`, () =>
        sink.received.find(
          ({ to, messageId, raw }) => to === address && !read.has(messageId) && words.test(plain(raw)),
        ),
      );
      read.add(found.messageId);
      const text = plain(found.raw);
      return {
        text,
        code: /^ {4}(\d{6})$/m.exec(text)?.[1] ?? '',
        link: /^http\S+$/m.exec(text)?.[0] ?? '',
      };
    },
    stop: () => sink.stop(),
  };
}

/** The plain part of a mail, out of its quoted-printable lines. */
export function plain(raw: string): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '';
  const words = part.replace(/=\r\n/g, '').replaceAll('\r\n', '\n');
  const bytes = words.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
