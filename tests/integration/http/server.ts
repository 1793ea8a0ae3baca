import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { member, partnership } from '../../../db/schema/partnerships.ts';
import { account } from '../../../db/schema/people.ts';
import { type AccessChange, AccessChanges } from '../../../server/accessChanges.ts';
import { type App, createApp } from '../../../server/app.ts';
import { type Config, readConfig } from '../../../server/config.ts';
import type { Context } from '../../../server/context.ts';
import { decisionSeen } from '../../../server/decisions/seen.ts';
import { Changes } from '../../../server/live/changes.ts';
import { createLog } from '../../../server/log.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { type OutboxMail, outboxCarrier, readOutbox } from '../../../server/mail/outbox.ts';
import { noticeLines } from '../../../server/noticeLines.ts';
import { createPlanner } from '../../../server/notifications/planner.ts';
import { addressRefused } from '../../../server/notifications/refused.ts';
import type { BuiltClient } from '../../../server/pages/builtClient.ts';
import { signIns } from '../../../server/people/signIn.ts';
import { signInStore } from '../../../server/people/signInStore.ts';
import { documentContent } from '../../../server/sync/content.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { realTiming } from '../../../server/sync/timing.ts';
import { leadIn } from '../../../server/takePart/leadIn.ts';
import { until } from '../../until.ts';
import { createWorld, signedInCookie, type World } from '../../world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
  readonly json: any;
}

/** The app on a real port, over the Northvale partnership in a real database file. */
export interface HttpWorld extends World {
  readonly url: string;
  readonly app: App;
  readonly context: Context;
  /** Everything that was told about access, in order. */
  readonly changes: AccessChange[];
  /** Everything that was logged. */
  readonly logged: string[];
  /** The `Cookie` header of a new browser in which the account is signed in. */
  cookieOf(accountId: string): Promise<string>;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** The newest mail to an address that was not asked for before, once it has been sent. */
  mailTo(address: string): Promise<OutboxMail>;
  stop(): Promise<void>;
}

export interface CallOptions {
  readonly cookie?: string | undefined;
  /** Sent as JSON. A string is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** An account in a partnership of its own, which has nothing to do with Northvale. */
export const STRANGER = 'stranger';

export async function startHttp(
  options: {
    readonly config?: Partial<Config>;
    readonly client?: BuiltClient;
    readonly now?: () => number;
    /** Each request is tried inside a transaction that the test takes back. */
    readonly takingBack?: boolean;
    /** Left out, mails lie in a folder. */
    readonly carrier?: Carrier;
  } = {},
): Promise<HttpWorld> {
  const world = createWorld();
  const now = options.now ?? (() => Date.now());
  const changes: AccessChange[] = [];
  const logged: string[] = [];
  const log = createLog({ logLevel: 'debug' }, { write: (line) => void logged.push(line) });
  const pageChanges = new Changes();
  const outbox = join(world.folder, 'outbox');
  const mail = createMailer({
    db: world.db,
    now,
    log,
    after: realTiming.after,
    carrier: options.carrier ?? outboxCarrier(outbox, world.db.sealing),
    plan: createPlanner({
      ...{ db: world.db, lines: noticeLines, leadIn, log, changes: pageChanges },
      address: () => options.config?.baseUrl ?? url,
      replyDomain: options.config?.inbound?.domain,
    }),
    refused: addressRefused,
  });
  const read = new Set<string>();
  let url = '';
  const context: Context = {
    config: {
      ...readConfig({}),
      dataFolder: world.folder,
      pseudonymKey: join(world.folder, 'keys', 'pseudonym.key'),
      ledgerKey: join(world.folder, 'keys', 'ledger.key'),
      ...options.config,
    },
    db: world.db,
    now,
    newId: randomUUID,
    log,
    // What is taken back is never mailed: the queue is looked at while it is there.
    mail: options.takingBack ? { ...mail, wake: () => {} } : mail,
    address: () => options.config?.baseUrl ?? url,
    signIns: signIns(signInStore(world.db, now), false),
    accessChanges: new AccessChanges(),
    changes: pageChanges,
    content: documentContent(sqliteStorage(world.db), now),
    decisionSeen: decisionSeen(world.db),
  };
  context.accessChanges.listen((change) => {
    if (world.db.raw.inTransaction && !options.takingBack)
      throw new Error('told of a change that is not on the disk yet');
    changes.push(change);
  });
  addStranger(world);
  const app = createApp(context, options.client);
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...world,
    url,
    app,
    context,
    changes,
    logged,
    cookieOf: (accountId) => signedInCookie(context.signIns, accountId),
    call: (method, path, { cookie, body, headers } = {}) =>
      callUrl(`${url}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    mailTo: (address) =>
      until(`a mail to ${address}`, () => {
        const found = readOutbox(outbox, world.db.sealing).find(
          ({ id, to }) => to === address && !read.has(id),
        );
        if (found) read.add(found.id);
        return found;
      }),
    async stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await once(server, 'close');
      await mail.close();
      world.close();
    },
  };
}

async function callUrl(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  // A stream has no end to wait for.
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await answer.text();
  if (isStream) await answer.body?.cancel();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, json: isJson ? JSON.parse(text) : text };
}

function addStranger({ db, now }: World): void {
  const createdAt = now();
  db.orm.insert(account).values({ id: STRANGER, name: 'A stranger', createdAt }).run();
  db.orm
    .insert(partnership)
    .values({ id: 'elsewhere', name: 'Elsewhere', place: 'Far away', purpose: 'Its own', createdAt })
    .run();
  db.orm
    .insert(member)
    .values({
      id: 'stranger-there',
      partnershipId: 'elsewhere',
      accountId: STRANGER,
      name: 'A stranger',
      joinedAt: createdAt,
    })
    .run();
}
