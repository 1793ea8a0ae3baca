import { randomUUID } from 'node:crypto';
import { openDb } from '../../../db/open.ts';
import { AccessChanges } from '../../../server/accessChanges.ts';
import { readConfig } from '../../../server/config.ts';
import type { Context } from '../../../server/context.ts';
import { decisionSeen } from '../../../server/decisions/seen.ts';
import { Changes } from '../../../server/live/changes.ts';
import { createLog } from '../../../server/log.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { signIns } from '../../../server/people/signIn.ts';
import { signInStore } from '../../../server/people/signInStore.ts';
import { documentContent } from '../../../server/sync/content.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { realTiming } from '../../../server/sync/timing.ts';

/** A server's context over an empty database in memory, at this moment, whose mails go nowhere. */
export function emptyPlace(moment: number): Context {
  const db = openDb(':memory:');
  const now = () => moment;
  const log = createLog({ logLevel: 'debug' }, { write: () => {} });
  return {
    ...{ db, now, log, newId: randomUUID, config: readConfig({}) },
    signIns: signIns(signInStore(db, now), false),
    accessChanges: new AccessChanges(),
    changes: new Changes(),
    content: documentContent(sqliteStorage(db), now),
    decisionSeen: decisionSeen(db),
    mail: createMailer({
      db,
      now,
      log,
      after: realTiming.after,
      carrier: { carry: async () => ({ kind: 'sent' }), close: () => {} },
    }),
    address: () => 'http://example.test',
  };
}
