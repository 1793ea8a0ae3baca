import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MESSAGE_RULES, type Said } from '../../../../server/sync/messageRules.ts';
import { atLeast } from '../../../../shared/access.ts';
import { MESSAGE } from '../../../../shared/sync/wire.ts';
import { bytesOf } from '../../../unit/shared/sync/updateBuilder.ts';
import { until } from '../../../until.ts';
import { type LiveServer, startLiveServer } from '../../sync/liveServer.ts';
import { WireClient } from '../../sync/wireClient.ts';
import { openWireSocket } from '../../sync/wireSocket.ts';
import { type HttpWorld, startHttp } from '../server.ts';
import { ACTORS, type Actor, accountOf, addActors, FOREIGN, OWN, RESTRICTED } from './actors.ts';
import { rightIn } from './expectation.ts';

let http: HttpWorld;
let live: LiveServer;
beforeAll(async () => {
  http = await startHttp();
  await addActors(http);
  live = await startLiveServer(http.db);
});
afterAll(async () => {
  await live.close();
  await http.stop();
});

/** One frame of each kind that a client can send. */
function frame(said: Said, client: WireClient): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, said);
  const update = Y.encodeStateAsUpdate(doc);
  switch (said) {
    case 'syncStep1':
      return bytesOf(MESSAGE.sync, 0, 1, 0);
    case 'syncStep2':
      return bytesOf(MESSAGE.sync, 1, update.length, update);
    case 'update':
      return bytesOf(MESSAGE.sync, 2, update.length, update);
    case 'awareness': {
      const entry = bytesOf(1, client.doc.clientID, 1, '{}');
      return bytesOf(MESSAGE.awareness, entry.length, entry);
    }
    case 'queryAwareness':
      return bytesOf(MESSAGE.queryAwareness);
  }
}

/** Connects and says everything that can be said; tells what came of it. */
async function trySocket(actor: Actor, documentId: string) {
  const client = new WireClient();
  const cookie = actor === 'anonymous' ? '' : await live.cookie(accountOf(actor));
  const socket = openWireSocket(client, { url: live.url, documentId, cookie });
  let end: number | undefined;
  socket.on('close', (code) => {
    end = code;
  });
  await until('a greeting or an end', () => end !== undefined || client.synced);
  if (end !== undefined) return { end, heard: client.received.length };
  const may: Partial<Record<Said, boolean>> = {};
  for (const said of Object.keys(MESSAGE_RULES) as Said[]) {
    await until('everything before to be dealt with', () => client.acked === client.sent);
    const refusals = client.refused.length;
    if (said === 'syncStep2' || said === 'update') client.sent++;
    socket.send(frame(said, client));
    socket.ping();
    await once(socket, 'pong');
    await until('the answer', () => end !== undefined || client.acked === client.sent);
    may[said] = end === undefined && client.refused.length === refusals;
  }
  socket.terminate();
  client.close();
  return may;
}

for (const [thing, asked] of Object.entries({ own: OWN, restricted: RESTRICTED, foreign: FOREIGN }))
  it(`[MATRIX5] every kind of message from everyone: ${thing}`, async () => {
    const ends = new Set<number>();
    for (const actor of ACTORS) {
      const right = actor === 'anonymous' ? 'none' : rightIn(http, actor, asked);
      const found = await trySocket(actor, asked.documentId);
      if (right === 'none') {
        expect(found, actor).toMatchObject({ end: expect.any(Number), heard: 0 });
        if ('end' in found && actor !== 'anonymous') ends.add(found.end ?? 0);
        continue;
      }
      const promised = Object.entries(MESSAGE_RULES).map(([said, needed]) => [said, atLeast(right, needed)]);
      expect(found, actor).toEqual(Object.fromEntries(promised));
    }
    // Whoever is kept out can't tell why from how it ended.
    expect(ends.size).toBe(1);
  });
