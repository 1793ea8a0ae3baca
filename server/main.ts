import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { DataInUse, lockData } from '../db/lock.ts';
import { NewerData, openDb } from '../db/open.ts';
import { NoKey } from '../db/serverKey.ts';
import { AccessChanges } from './accessChanges.ts';
import { createApp } from './app.ts';
import { keepAskings } from './asking/clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { keepTime } from './decisions/clock.ts';
import { decisionSeen } from './decisions/seen.ts';
import { seedExample } from './example/seed.ts';
import { listenForMail } from './inbound/listener.ts';
import { forgetOldInvitees } from './invitations/store.ts';
import { keepHeads } from './ledger/clock.ts';
import { Changes } from './live/changes.ts';
import { createLog } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { outboxCarrier, outboxFolder } from './mail/outbox.ts';
import { smtpCarrier } from './mail/smtp.ts';
import { keepNotes } from './notes/clock.ts';
import { noticeLines } from './noticeLines.ts';
import { createPlanner } from './notifications/planner.ts';
import { addressRefused } from './notifications/refused.ts';
import { readBuiltClient } from './pages/builtClient.ts';
import { signIns } from './people/signIn.ts';
import { signInStore } from './people/signInStore.ts';
import { repliesByMail } from './replies.ts';
import { createSync } from './sync/sync.ts';
import { realTiming } from './sync/timing.ts';
import { leadIn } from './takePart/leadIn.ts';

const BUILT_CLIENT = fileURLToPath(new URL('../.build/client', import.meta.url));
/** After this long a request that is still under way is cut off, so that stopping always ends. */
const STOP_WITHIN_MS = 5000;

/** Says what is wrong in plain words, and ends. */
function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  if (error instanceof ConfigError) giveUp(`These settings can't be used:\n${error.message}`);
  if (error instanceof DataInUse)
    giveUp(
      `Trialogue is already running on the data in ${error.message}. Stop it first, or set TRIALOGUE_DATA to another folder.`,
    );
  if (error instanceof NewerData)
    giveUp(
      `A newer version of Trialogue has changed the database ${error.message}. Start that version, or put back the copy that was made before the upgrade.`,
    );
  if (error instanceof NoKey) giveUp(noKeyMessage(readConfig()));
  throw error;
}

/** Whether it is away or another one is told: what to do is not the same. */
function noKeyMessage({ pseudonymKey, dataFolder }: Config): string {
  const what = existsSync(pseudonymKey)
    ? `The key in ${pseudonymKey} is not the one`
    : `There is no key at ${pseudonymKey}: it is the one`;
  return `${what} that the mail addresses and names in ${dataFolder} are sealed with. Nothing was changed. Put the right key file there, or set TRIALOGUE_PSEUDONYM_KEY to where it is, and start again.`;
}

async function start(): Promise<void> {
  const config = readConfig();
  makeDataFolder(config.dataFolder);
  const unlock = lockData(config.dataFolder);
  const db = openDb(join(config.dataFolder, 'trialogue.db'), config.pseudonymKey);
  const now = () => Date.now();
  const parts = {
    config,
    db,
    now,
    log: createLog(config),
    signIns: signIns(signInStore(db, now), config.baseUrl?.startsWith('https:') ?? false),
    accessChanges: new AccessChanges(),
    changes: new Changes(),
  };
  const sync = createSync(parts);
  const address = () => config.baseUrl ?? addressOf(server, config);
  const mail = createMailer({
    ...parts,
    plan: createPlanner({
      ...{ ...parts, lines: noticeLines, leadIn, address, replyDomain: config.inbound?.domain },
    }),
    refused: addressRefused,
    after: realTiming.after,
    carrier: config.smtp ? smtpCarrier(config.smtp) : outboxCarrier(outboxFolder(config), db.sealing),
  });
  const context: Context = {
    ...parts,
    newId: randomUUID,
    content: sync.content,
    decisionSeen: decisionSeen(db),
    mail,
    address,
  };
  if (config.example && (await seedExample(context))) console.log('The example partnership was added.');
  forgetOldInvitees(db.orm, now());
  const client = readBuiltClient(BUILT_CLIENT);
  if (!client) console.warn('The pages are not built, so only the API answers. `npm start` builds them.');
  const server = serve({
    fetch: createApp(context, client).fetch,
    hostname: config.host,
    port: config.port,
    // Proxies and browsers keep a connection for a minute and send on it again: whoever closes it first must be they, or a
    // request falls into the gap and is lost.
    serverOptions: { headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 75_000 },
  }) as Server;
  sync.attach(server);
  const replies = repliesByMail(context);
  const listen = config.inbound?.listen;
  const mailsIn = replies && listen ? await listenForMail(replies, listen) : undefined;
  let stopClock = () => {};
  let stopHeads = () => {};
  let stopAskings = () => {};
  let stopNotes = () => {};
  server.once('error', (error: NodeJS.ErrnoException) => giveUp(whyNotListening(error, config)));
  server.once('listening', () => {
    console.log(`Trialogue is at ${addressOf(server, config)}`);
    if (!config.smtp && !config.example)
      console.warn(`Mails are not sent but kept in ${outboxFolder(config)}. Set SMTP_URL to send them.`);
    mail.wake();
    // Mails name the address, which is known from here on.
    stopClock = keepTime(context, realTiming.after);
    stopHeads = keepHeads(context, realTiming.after);
    stopAskings = keepAskings(context, realTiming.after);
    stopNotes = keepNotes(context, realTiming.after);
  });

  const stop = async () => {
    stopClock();
    stopHeads();
    stopAskings();
    stopNotes();
    const cutOff = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS);
    const answered = new Promise<void>((resolve) => server.close(() => resolve()));
    context.changes.close();
    server.closeIdleConnections();
    await sync.close();
    await answered;
    await mailsIn?.close();
    await mail.close();
    clearTimeout(cutOff);
    db.raw.close();
    unlock();
  };
  // A second signal while stopping ends the process at once, as it would any program.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function addressOf(server: Server, { host }: Config): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function whyNotListening({ code, message }: NodeJS.ErrnoException, { port, host }: Config): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Set PORT to a free one.`;
    case 'EACCES':
      return `PORT: this account may not listen on port ${port}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: this machine has no address ${host}.`;
    default:
      return `The server could not listen: ${message}`;
  }
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(
      `TRIALOGUE_DATA: can't make the folder ${folder} (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}
