import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Db } from '../../../db/open.ts';
import { AccessChanges } from '../../../server/accessChanges.ts';
import type { DocumentContent } from '../../../server/documents/content.ts';
import { signIns } from '../../../server/people/signIn.ts';
import { signInStore } from '../../../server/people/signInStore.ts';
import { SYNC_LIMITS, type SyncLimits } from '../../../server/sync/limits.ts';
import { createSync } from '../../../server/sync/sync.ts';
import { signedInCookie } from '../../world.ts';

export interface LiveServer {
  /** `ws://127.0.0.1:port`, to which a client adds `/sync/<document id>`. */
  readonly url: string;
  readonly accessChanges: AccessChanges;
  /** Documents' words, as the rest of the server has them. */
  readonly content: DocumentContent;
  /** Signs an account in on a new browser, and gives the header that it sends. */
  cookie(accountId: string): Promise<string>;
  signOut(cookie: string): Promise<void>;
  close(): Promise<void>;
}

/** The engine on a real HTTP server and a real database, with nothing else around it. */
export async function startLiveServer(
  db: Db,
  {
    port = 0,
    limits = {},
    now = () => Date.now(),
  }: {
    readonly port?: number;
    readonly limits?: Partial<SyncLimits>;
    readonly now?: () => number;
  } = {},
): Promise<LiveServer> {
  const accessChanges = new AccessChanges();
  const people = signIns(signInStore(db, now), false);
  const config = { baseUrl: undefined, host: '127.0.0.1' } as Parameters<typeof createSync>[0]['config'];
  const log = pino({ level: 'warn' }, pino.destination(2));
  const parts = { config, db, now, log, signIns: people, accessChanges };
  const sync = createSync(parts, { ...SYNC_LIMITS, ...limits });
  const server = createServer((_request, response) => response.writeHead(404).end());
  sync.attach(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accessChanges,
    content: sync.content,
    cookie: (accountId) => signedInCookie(people, accountId),
    signOut: async (cookie) => void (await people.end(cookie)),
    async close() {
      await sync.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
