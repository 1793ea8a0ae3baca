import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { DataInUse, lockData } from '../db/lock.ts';
import { openDb } from '../db/open.ts';
import { AccessChanges } from './accessChanges.ts';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { seedExample } from './example/seed.ts';
import { readBuiltClient } from './pages/builtClient.ts';
import { signIns } from './people/signIn.ts';
import { signInStore } from './people/signInStore.ts';
import { documentContent } from './sync/content.ts';
import { sqliteStorage } from './sync/sqliteStorage.ts';

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
  throw error;
}

async function start(): Promise<void> {
  const config = readConfig();
  makeDataFolder(config.dataFolder);
  const unlock = lockData(config.dataFolder);
  const db = openDb(join(config.dataFolder, 'trialogue.db'));
  const now = () => Date.now();
  const log = pino({ level: config.logLevel, redact: ['*.cookie', '*.authorization'] });
  const context: Context = {
    config,
    db,
    now,
    newId: randomUUID,
    log,
    signIns: signIns(signInStore(db, now), config.baseUrl?.startsWith('https:') ?? false),
    accessChanges: new AccessChanges(),
    content: documentContent(sqliteStorage(db), now),
  };
  if (config.example && (await seedExample(context))) console.log('The example partnership was added.');
  const client = readBuiltClient(BUILT_CLIENT);
  if (!client) console.warn('The pages are not built, so only the API answers. `npm start` builds them.');
  const server = serve({
    fetch: createApp(context, client).fetch,
    hostname: config.host,
    port: config.port,
    serverOptions: { headersTimeout: 15_000, requestTimeout: 30_000 },
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      giveUp(`Port ${config.port} is taken by another program. Set PORT to a free one.`);
    if (error.code === 'EACCES') giveUp(`PORT: this account may not listen on port ${config.port}.`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      giveUp(`HOST: this machine has no address ${config.host}.`);
    throw error;
  });
  server.once('listening', () => {
    const { port } = server.address() as AddressInfo;
    const host = config.host.includes(':') ? `[${config.host}]` : config.host;
    console.log(`Trialogue is at http://${host}:${port}`);
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const cutOff = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      STOP_WITHIN_MS,
    );
    server.close(() => {
      clearTimeout(cutOff);
      db.raw.close();
      unlock();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
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
