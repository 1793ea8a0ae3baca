import * as prng from 'lib0/prng';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentContent } from '../../server/sync/content.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import { buildDoc } from '../../server/sync/stored.ts';
import { FailingStorage } from '../integration/sync/failingStorage.ts';
import { HandRoom, type Line } from '../integration/sync/handRoom.ts';
import { WireClient } from '../integration/sync/wireClient.ts';
import { createWorld, type World } from '../world.ts';
import { editAtRandom, sameWords, wordsOf } from './randomEdits.ts';

const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 3_000 : 1_000));
const FIRST_SEED = Number(process.env.SEED ?? 1);
const LONGEST_MS = 1_800_000;
const SIZES = [3, 5, 8] as const;

let world: World;
beforeAll(() => {
  world = createWorld();
});
afterAll(() => world.close());

interface Seat {
  readonly client: WireClient;
  readonly accountId: string;
  line: Line | undefined;
}

/** One seeded run on a database of its own document: returns what went wrong, or undefined. */
async function run(seed: number, steps: number): Promise<string | undefined> {
  const gen = prng.create(seed);
  const documentId = await world.addDocument(`run-${seed}`);
  const storage = new FailingStorage(sqliteStorage(world.db));
  const hand = new HandRoom({
    documentId,
    storage,
    limits: { checkpointRows: 40, idleRows: 5, longestTail: 30, pause: 300, linger: 50, cool: 200 },
  });
  const size = prng.oneOf(gen, [...SIZES]);
  const seats = Array.from({ length: size }, (_, index): Seat => {
    const client = new WireClient();
    client.doc.clientID = prng.uint32(gen, 1, 0xffffffff);
    return { client, accountId: `account-${index % 4}`, line: undefined };
  });
  const enter = (seat: Seat) => {
    const since = prng.bool(gen) ? seat.client.seq : undefined;
    const wire = prng.int32(gen, 0, 3) > 0;
    seat.line = hand.join(seat.client, { accountId: seat.accountId, wire, since: wire ? since : undefined });
  };
  const leave = (seat: Seat) => {
    if (seat.line) hand.cut(seat.line);
    seat.line = undefined;
  };
  for (let step = 0; step < steps; step++) {
    const seat = prng.oneOf(gen, seats);
    const { line } = seat;
    switch (prng.int32(gen, 0, 19)) {
      case 0:
        if (line) leave(seat);
        else enter(seat);
        break;
      case 1:
        // The same words twice: as after a line that was cut before the answer came.
        if (line) seat.client.sendUpdate(Y.encodeStateAsUpdate(seat.client.doc));
        break;
      case 2:
        if (line) line.clogged = !line.clogged;
        break;
      case 3:
        if (prng.int32(gen, 0, 9) === 0) {
          for (const other of seats) other.line = undefined;
          hand.crash();
        }
        break;
      case 4:
        storage.broken = prng.int32(gen, 0, 4) === 0;
        break;
      case 5:
        hand.timing.pass(prng.int32(gen, 0, 1_500));
        break;
      case 6:
      case 7:
      case 8:
      case 9:
        if (!line) enter(seat);
        else while (prng.bool(gen) && line.deliverToClient());
        break;
      case 10:
      case 11:
      case 12:
      case 13:
        if (line) while (prng.bool(gen) && line.deliverToServer());
        hand.timing.turn();
        break;
      default:
        editAtRandom(gen, seat.client.doc);
    }
  }
  storage.broken = false;
  hand.timing.pass(hand.limits.storageRetry * 2);
  for (const seat of seats) {
    if (seat.line?.closed) leave(seat);
    if (seat.line) seat.line.clogged = false;
    else enter(seat);
  }
  hand.settle();
  hand.timing.pass(200);
  hand.settle();
  const problem = await judge(documentId, seats, hand);
  for (const { client } of seats) client.close();
  return problem;
}

async function judge(
  documentId: string,
  seats: readonly Seat[],
  hand: HandRoom,
): Promise<string | undefined> {
  const stored = await documentContent(sqliteStorage(world.db), world.now).read(documentId);
  const server = new Y.Doc();
  if (stored) Y.applyUpdate(server, stored);
  // Only what the log says: pages tidy format marks as well, and log that; a replay that tidied would say more.
  const replay = buildDoc({
    checkpoint: undefined,
    tail: sqliteStorage(world.db).tail(documentId, 0, 1e6),
    seq: 0,
  });
  if (hand.lines.some(({ closed }) => closed)) return 'a connection was closed';
  for (const [index, { client, line }] of seats.entries()) {
    if (client.doc.store.pendingStructs || client.doc.store.pendingDs)
      return `client ${index} waits for something`;
    if (line?.connection.wire && !client.isSaved) return `client ${index} is not told that it is saved`;
    if (!sameWords(client.doc, server)) return `client ${index} differs from the server`;
  }
  if (server.store.pendingStructs || server.store.pendingDs) return 'the server waits for something';
  if (!sameWords(server, replay)) return 'the document differs from a replay of its log';
  return undefined;
}

it(
  `[CONV1] ${RUNS} seeded runs of the real room and log end with everyone the same`,
  async () => {
    const failed: string[] = [];
    let steps = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
      const length = process.env.LONG ? 200 + (seed % 5) * 200 : 200;
      const problem = await run(seed, length);
      steps += length;
      if (problem) failed.push(`SEED=${seed}: ${problem}`);
      if (failed.length >= 5) break;
    }
    expect(failed).toEqual([]);
    expect(steps).toBeGreaterThan(0);
  },
  LONGEST_MS,
);

it('[CONV1] the comparison sees a difference', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.getText('t').insert(0, 'a');
  expect(sameWords(one, two)).toBe(false);
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  expect(sameWords(one, two)).toBe(true);
  expect(wordsOf(one)).toContain('"a"');
});
