import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Config } from '../config.ts';
import { LARGEST_MAIL, ourAddress, type ReceiveParts, receive } from './receive.ts';

const MOST_AT_ONCE = 20;
const MOST_ADDRESSES = 5;
const IMPATIENT_MS = 60_000;

type Listen = NonNullable<NonNullable<Config['inbound']>['listen']>;

/** A mail server of our own that takes mails to addresses of ours, and no others. Gives where it listens, and its end. */
export async function listenForMail(parts: ReceiveParts, { host, port }: Listen) {
  const { context, domain } = parts;
  const server = new SMTPServer({
    ...{ size: LARGEST_MAIL, maxClients: MOST_AT_ONCE, socketTimeout: IMPATIENT_MS, closeTimeout: 1000 },
    ...{
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
    },
    banner: 'Trialogue',
    onRcptTo({ address }, session, done) {
      if (!ourAddress(address, domain)) return done(refusal(550, 'No such address here'));
      if (session.envelope.rcptTo.length >= MOST_ADDRESSES) return done(refusal(452, 'Too many addresses'));
      return done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= LARGEST_MAIL) chunks.push(chunk);
      });
      stream.on('end', () => {
        if (size > LARGEST_MAIL) return done(refusal(552, 'This mail is too large'));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        receive(parts, Buffer.concat(chunks), to).then(
          (received) => done(received === 'not_ours' ? refusal(550, 'This address no longer works') : null),
          (err) => {
            context.log.error({ err }, 'a mail could not be taken in');
            done(refusal(451, 'Try again later'));
          },
        );
      });
    },
  });
  server.on('error', (err) => context.log.warn({ err }, 'the port for mails had a fault'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
