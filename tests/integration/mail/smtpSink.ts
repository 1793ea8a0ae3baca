import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as the mail server got it. */
export interface Received {
  readonly to: string;
  readonly from: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface SmtpSink {
  readonly url: string;
  readonly received: Received[];
  stop(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets. `options` can make it refuse. */
export async function startSmtp(options: SMTPServerOptions = {}, host = '127.0.0.1'): Promise<SmtpSink> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          to: rcptTo.map(({ address }) => address).join(', '),
          from: mailFrom ? mailFrom.address : '',
          messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
          raw,
        });
        done();
      });
    },
    ...options,
  });
  // A client that dies in the middle is part of what is tested.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${host}:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
