import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SyncLimits } from '../../../server/sync/limits.ts';
import { CLOSE, MESSAGE } from '../../../shared/sync/wire.ts';
import { item, KIND, update } from '../../unit/shared/sync/updateBuilder.ts';
import { HandRoom, type Line, type LineOptions } from './handRoom.ts';
import { MemoryStorage } from './memoryStorage.ts';
import { WireClient } from './wireClient.ts';

const clients: WireClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

function setUp(limits: Partial<SyncLimits> = {}) {
  const storage = new MemoryStorage();
  const hand = new HandRoom({ storage, limits });
  const enter = (who: LineOptions = {}, client = new WireClient()): Line => {
    clients.push(client);
    return hand.join(client, who);
  };
  const enterAndSettle = (who: LineOptions = {}, client = new WireClient()): Line => {
    const line = enter(who, client);
    hand.settle();
    return line;
  };
  return { storage, hand, enter, enterAndSettle, log: () => storage.of('plan').rows };
}

const write = ({ client }: Line, text: string) =>
  client.doc.getText('t').insert(client.doc.getText('t').length, text);
const read = ({ client }: Line) => client.doc.getText('t').toString();
const types = ({ client }: Line) => client.received;

describe('the window', () => {
  it('[SYNC5] nothing is sent on or acknowledged before it is in the log', () => {
    const { hand, enterAndSettle, storage } = setUp();
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    storage.broken = true;
    write(ron, 'lost?');
    hand.settle();
    expect(ron.client.isSaved).toBe(false);
    expect(read(priya)).toBe('');
    storage.broken = false;
    hand.timing.pass(hand.limits.storageRetry);
    hand.settle();
    expect(ron.client.isSaved).toBe(true);
    expect(read(priya)).toBe('lost?');
  });

  it('[SYNC5] the log says who wrote it, for which seat, as which client and when', () => {
    const { hand, enterAndSettle, log } = setUp();
    const ron = enterAndSettle();
    write(ron, 'ours');
    hand.settle();
    expect(log()).toMatchObject([
      {
        seq: 1,
        accountId: 'ron-tasker',
        seatId: 'northvale-s1',
        clientId: ron.client.doc.clientID,
        at: expect.any(Number),
      },
    ]);
  });

  it('[SYNC6] the first change leaves at once, and those that follow leave together', () => {
    const { hand, enterAndSettle, storage } = setUp({ sendsPerSecond: 100 });
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    storage.appends = 0;
    types(priya).length = 0;
    write(ron, 'a');
    ron.deliverToServer();
    hand.timing.turn();
    expect(storage.appends).toBe(1);
    for (const letter of 'bcde') {
      write(ron, letter);
      ron.deliverToServer();
      hand.timing.turn();
    }
    expect(storage.appends).toBe(1);
    hand.timing.pass((2 / 100) * 1000);
    expect(storage.appends).toBe(2);
    hand.settle();
    expect(types(priya)).toEqual([MESSAGE.sequenced, MESSAGE.sequenced]);
    expect(read(priya)).toBe('abcde');
    expect(storage.of('plan').rows).toHaveLength(5);
  });

  it('[SYNC20] two who make the same words bold at once: everyone gets all of it, and the server adds nothing', () => {
    const { hand, enterAndSettle, log } = setUp();
    const [ron, priya, li] = ['ron-tasker', 'priya-nandra', 'li-wei'].map((accountId, index) => {
      const doc = new Y.Doc();
      doc.clientID = index + 1;
      return enterAndSettle({ accountId }, new WireClient(doc));
    }) as [Line, Line, Line];
    const block = ({ client }: Line) => client.doc.getArray<Y.Text>('blocks').get(0);
    ron.client.doc.getArray('blocks').push([new Y.Text('hello')]);
    hand.settle();
    block(ron).format(0, 5, { bold: true });
    block(priya).format(0, 5, { bold: true });
    block(priya).insert(5, ' you');
    ron.deliverToServer();
    priya.deliverToServer();
    priya.deliverToServer();
    hand.settle();
    const all = [ron, priya, li].map(({ client }) => client.doc);
    expect(all.map(({ store }) => store.pendingStructs)).toEqual([null, null, null]);
    for (const line of [ron, priya, li]) expect(block(line).toString()).toBe('hello you');
    // What a page tidies away it sends like any other change; the log alone says what the document is.
    const fromLog = new Y.Doc();
    fromLog.transact((transaction) => {
      for (const { bytes } of log()) Y.applyUpdate(fromLog, bytes);
      transaction.local = true;
    });
    for (const doc of all) expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fromLog))).toBe(true);
  });

  it('[SYNC7] an acknowledgement counts this connection’s frames with updates, also those that changed nothing', () => {
    const { hand, enterAndSettle } = setUp();
    const ron = enterAndSettle();
    expect([ron.client.sent, ron.client.acked]).toEqual([1, 1]);
    write(ron, 'x');
    hand.settle();
    ron.client.sendUpdate(Y.encodeStateAsUpdate(ron.client.doc));
    hand.settle();
    expect([ron.client.sent, ron.client.acked, ron.client.seq]).toEqual([3, 3, 1]);
  });

  it('[SYNC7] who made all of a change is not sent it back', () => {
    const { hand, enterAndSettle } = setUp();
    const ron = enterAndSettle();
    types(ron).length = 0;
    write(ron, 'x');
    hand.settle();
    expect(types(ron)).toEqual([MESSAGE.ack]);
  });

  it('[SYNC8] what the log has already is not logged again', () => {
    const { hand, enterAndSettle, log } = setUp();
    const ron = enterAndSettle();
    write(ron, 'x');
    hand.settle();
    ron.client.sendUpdate(Y.encodeStateAsUpdate(ron.client.doc));
    hand.cut(ron);
    hand.join(ron.client, { since: 0 });
    hand.settle();
    expect(log()).toHaveLength(1);
  });
});

describe('the gate at work', () => {
  it('[SYNC8] who tells their own words again in other words is heard once: every copy keeps the first', () => {
    const { hand, enterAndSettle, log } = setUp();
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    write(ron, '🤝');
    hand.settle();
    write(priya, '!');
    hand.settle();
    const [rons, priyas] = [ron.client.doc.clientID, priya.client.doc.clientID];
    const cutting = item(KIND.string, { left: [rons, 0] }, '!');
    const fresh = item(KIND.string, { left: [priyas, 0] }, '?');
    priya.client.sendUpdate(update(priyas, 0, [cutting, fresh]));
    hand.settle();
    expect(priya.client.refused).toEqual([]);
    expect(read(ron)).toBe('🤝!?');
    expect(read(enterAndSettle({ accountId: 'li-wei' }))).toBe('🤝!?');
    const told = log().map(({ bytes }) =>
      Y.decodeUpdate(bytes).structs.map(({ id }) => [id.client, id.clock]),
    );
    expect(told).toEqual([[[rons, 0]], [[priyas, 0]], [[priyas, 1]]]);
  });

  it('[SYNC9] a gap is refused and the missing range asked for, so nothing is lost', () => {
    const { hand, enterAndSettle } = setUp();
    const ron = enterAndSettle();
    write(ron, 'one ');
    ron.toServer.length = 0;
    write(ron, 'two');
    ron.client.sent = 2;
    hand.settle();
    expect(ron.client.refused).toEqual([{ frame: 2, code: 'unknown_reference' }]);
    expect(read(enterAndSettle({ accountId: 'priya-nandra' }))).toBe('one two');
    expect(ron.client.acked).toBe(3);
  });

  it('[SYNC9] nobody writes as someone who was here before them, even one who has not written yet', () => {
    const { hand, enterAndSettle, log } = setUp();
    const ron = enterAndSettle();
    ron.client.say({});
    hand.settle();
    const thief = new WireClient();
    thief.doc.clientID = ron.client.doc.clientID;
    const other = enterAndSettle({ accountId: 'sam-thief' }, thief);
    write(other, 'stolen');
    hand.settle();
    expect(thief.refused).toMatchObject([{ code: 'foreign_author' }]);
    hand.cut(ron);
    hand.settle();
    hand.crash();
    hand.join(thief, { accountId: 'sam-thief' });
    hand.settle();
    expect(thief.refused).toMatchObject([{ code: 'foreign_author' }]);
    expect(log()).toEqual([]);
  });

  it('[SYNC9] one who keeps sending what cannot be is shown the door, and the others notice nothing', () => {
    const { hand, enterAndSettle } = setUp({ badFrames: 3 });
    const [ron, mallory] = [enterAndSettle(), enterAndSettle({ accountId: 'mallory' })];
    for (let i = 0; i < 5; i++) mallory.toServer.push(Uint8Array.of(0, 2, 3, 9, 9, 9));
    hand.settle();
    expect(mallory.closed?.code).toBe(CLOSE.malformed);
    write(ron, 'still here');
    hand.settle();
    expect(ron.client.isSaved).toBe(true);
  });

  it('[SYNC9] one who sends more than a connection may is shown the door', () => {
    const { hand, enterAndSettle } = setUp({ frames: { burst: 10, perSecond: 1 } });
    const mallory = enterAndSettle();
    for (let i = 0; i < 12; i++) write(mallory, 'x');
    hand.settle();
    expect(mallory.closed?.code).toBe(CLOSE.abusive);
  });
});

describe('a disk that fails', () => {
  it('[SYNC10] the room turns read-only and says why, keeps what it was sent, and recovers by itself', () => {
    const { hand, enterAndSettle, storage, log } = setUp();
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    write(ron, 'before. ');
    hand.settle();
    storage.broken = true;
    write(ron, 'during. ');
    hand.settle();
    expect(ron.client.hello?.readOnly).toBe('storage');
    expect(priya.client.hello?.readOnly).toBe('storage');
    hand.timing.pass(10 * hand.limits.storageRetry);
    expect(log()).toHaveLength(1);
    storage.broken = false;
    hand.timing.pass(hand.limits.storageRetry);
    hand.settle();
    expect(ron.client.hello?.readOnly).toBeUndefined();
    expect(read(priya)).toBe('before. during. ');
    expect(ron.client.isSaved).toBe(true);
  });

  it('[SYNC10] a disk that fails for long costs bounded memory, and what was refused is asked for afterwards', () => {
    const { hand, enterAndSettle, storage } = setUp({ queueBytes: 100 });
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    storage.broken = true;
    for (let i = 0; i < 30; i++) {
      write(ron, `line ${i}. `);
      hand.settle();
    }
    storage.broken = false;
    hand.timing.pass(hand.limits.storageRetry);
    hand.settle();
    expect(ron.client.refused.map(({ code }) => code)).toContain('storage');
    expect(read(priya)).toBe(read(ron));
    expect(ron.client.isSaved).toBe(true);
  });
});

describe('a log that grew without the room', () => {
  it('[SYNC10] costs a second and no words: the change goes after what is there, and everyone gets both', () => {
    const { hand, enterAndSettle, storage } = setUp();
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    const other = new Y.Doc();
    other.getText('t').insert(0, 'from elsewhere. ');
    const bytes = Y.encodeStateAsUpdate(other);
    const row = { accountId: null, seatId: null, clientId: null, at: 1, bytes };
    storage.append([{ documentId: 'plan', after: 0, rows: [row], claims: [] }]);
    write(ron, 'from Ron');
    hand.settle();
    hand.timing.pass(hand.limits.storageRetry);
    hand.settle();
    expect(ron.client.isSaved).toBe(true);
    expect(read(priya)).toContain('from Ron');
    expect(read(priya)).toContain('from elsewhere. ');
    expect(read(ron)).toBe(read(priya));
  });
});

describe('a disk that cannot be read', () => {
  it('[SYNC10] ends the connections that need it, and they come back', () => {
    const { hand, enterAndSettle, storage } = setUp();
    const ron = enterAndSettle();
    write(ron, 'kept');
    hand.settle();
    hand.crash();
    const reader = hand.join(ron.client, { access: { right: 'read' } });
    storage.unreadable = true;
    hand.settle();
    expect(reader.closed?.code).toBe(1011);
    storage.unreadable = false;
    expect(read(enterAndSettle({ accountId: 'heron' }))).toBe('kept');
  });
});

describe('catching up', () => {
  it('[SYNC11] a page that comes back is sent only what is new to it', () => {
    const { hand, enterAndSettle } = setUp();
    const [ron, priya] = [enterAndSettle(), enterAndSettle({ accountId: 'priya-nandra' })];
    write(ron, 'one ');
    hand.settle();
    hand.cut(priya);
    for (const word of ['two ', 'three ']) {
      write(ron, word);
      hand.settle();
    }
    priya.client.received.length = 0;
    hand.join(priya.client, { accountId: 'priya-nandra', since: priya.client.seq });
    hand.settle();
    expect(read(priya)).toBe('one two three ');
    expect(types(priya).filter((type) => type === MESSAGE.sequenced)).toHaveLength(2);
  });

  it('[SYNC11] a number that the words do not bear out is not believed', () => {
    const { hand, enterAndSettle } = setUp();
    const ron = enterAndSettle();
    write(ron, 'one two');
    hand.settle();
    const other = enterAndSettle({ accountId: 'priya-nandra', since: 1 });
    expect(read(other)).toBe('one two');
    expect(read(enterAndSettle({ accountId: 'heron', since: 99 }))).toBe('one two');
  });

  it('[SYNC11] a cold document opens from its bytes, with or without words of one’s own', () => {
    const { hand, enterAndSettle, enter } = setUp({ idleRows: 2 });
    const ron = enterAndSettle();
    for (const word of ['one ', 'two ', 'three ']) {
      write(ron, word);
      hand.settle();
    }
    hand.cut(ron);
    hand.timing.pass(hand.limits.linger);
    expect(hand.idle).toBe(true);
    hand.crash();
    write(ron, 'four');
    expect(read(enterAndSettle({ accountId: 'priya-nandra' }))).toBe('one two three ');
    const back = enter({}, ron.client);
    hand.settle();
    expect(read(back)).toBe('one two three four');
    expect(back.client.isSaved).toBe(true);
    expect(read(enterAndSettle({ accountId: 'heron', wire: false }))).toBe('one two three four');
  });

  it('[SYNC12] a client that does not read is caught up when it does, and dropped when it never does', () => {
    const { hand, enterAndSettle } = setUp({ pause: 1_000, patience: 5_000 });
    const [ron, slow, dead] = [
      enterAndSettle(),
      enterAndSettle({ accountId: 'heron' }),
      enterAndSettle({ accountId: 'juniper' }),
    ];
    slow.clogged = true;
    dead.clogged = true;
    for (let i = 0; i < 50; i++) {
      write(ron, 'x'.repeat(100));
      hand.settle();
    }
    expect(dead.bufferedAmount).toBeLessThan(2_000);
    slow.clogged = false;
    hand.settle();
    hand.timing.pass(100);
    hand.settle();
    expect(read(slow)).toBe(read(ron));
    hand.timing.pass(6_000);
    expect(dead.closed?.code).toBe(1013);
    expect(slow.closed).toBeUndefined();
  });

  it('[SYNC13] checkpoints shorten the log that is read, and the log keeps every update', () => {
    const { hand, enterAndSettle, storage, log } = setUp({ checkpointRows: 10 });
    const ron = enterAndSettle();
    for (let i = 0; i < 25; i++) {
      write(ron, `${i} `);
      hand.settle();
    }
    const { checkpoint, tail } = storage.read('plan');
    expect(checkpoint?.seq).toBe(20);
    expect(tail).toHaveLength(5);
    expect(log()).toHaveLength(25);
    const replay = new Y.Doc();
    for (const { bytes } of log()) Y.applyUpdate(replay, bytes);
    expect(replay.getText('t').toString()).toBe(read(ron));
    hand.crash();
    expect(read(enterAndSettle({ accountId: 'heron' }))).toBe(read(ron));
  });
});

describe('rights', () => {
  it('[SYNC14] those who may only read, and anyone in an archived document, see changes and make none', () => {
    const { hand, enterAndSettle, log } = setUp();
    const ron = enterAndSettle();
    const reader = enterAndSettle({ accountId: 'beth', access: { right: 'read' } });
    const commenter = enterAndSettle({ accountId: 'gwen', access: { right: 'comment' } });
    const late = enterAndSettle({ accountId: 'priya-nandra', access: { archived: true } });
    expect(reader.client.hello).toMatchObject({ right: 'read', readOnly: 'right' });
    expect(commenter.client.hello).toMatchObject({ right: 'comment', readOnly: 'right' });
    expect(late.client.hello).toMatchObject({ right: 'edit', readOnly: 'archived' });
    write(ron, 'ours');
    hand.settle();
    for (const line of [reader, commenter, late]) {
      expect(read(line)).toBe('ours');
      const mine = new Y.Doc();
      mine.getText('t').insert(0, 'mine');
      line.client.sendUpdate(Y.encodeStateAsUpdate(mine));
      hand.settle();
      expect(line.client.refused).toEqual([{ frame: 1, code: 'read_only' }]);
    }
    expect(log()).toHaveLength(1);
  });

  it('[SYNC14] while rights are looked up nothing is taken or sent, and then all of it by the new ones', () => {
    const { hand, enterAndSettle, log } = setUp();
    const [ron, gwen] = [enterAndSettle(), enterAndSettle({ accountId: 'gwen' })];
    write(gwen, 'under way. ');
    gwen.deliverToServer();
    hand.room.hold(gwen.connection);
    write(gwen, 'after. ');
    write(ron, 'from Ron. ');
    const heard = types(gwen).length;
    hand.settle();
    expect(types(gwen)).toHaveLength(heard);
    expect(log()).toHaveLength(1);
    hand.room.release(gwen.connection, { ...gwen.connection.access, right: 'comment' });
    hand.settle();
    expect(gwen.client.hello).toMatchObject({ right: 'comment', readOnly: 'right' });
    expect(gwen.client.refused.map(({ code }) => code)).toEqual(['read_only', 'read_only']);
    expect(read(gwen)).toContain('from Ron. ');
    expect(read(ron)).toBe('from Ron. ');
    hand.room.release(gwen.connection, { ...gwen.connection.access, right: 'edit' });
    hand.settle();
    expect(read(ron)).toBe(read(gwen));
    expect(gwen.client.isSaved).toBe(true);
  });
});

describe('leaving', () => {
  it('[SYNC14] one whose access ends takes along what was not taken yet, and holds nothing open', () => {
    const { hand, enterAndSettle, log } = setUp();
    const gwen = enterAndSettle({ accountId: 'gwen' });
    write(gwen, 'too late');
    gwen.deliverToServer();
    hand.room.hold(gwen.connection);
    hand.settle();
    hand.room.end(gwen.connection, CLOSE.accessEnded, 'access has ended');
    hand.timing.pass(2 * hand.limits.linger);
    expect(log()).toEqual([]);
    expect(hand.idle).toBe(true);
  });

  it('[SYNC5] what arrived before the line was cut is written all the same', () => {
    const { hand, enterAndSettle, log } = setUp();
    const ron = enterAndSettle();
    write(ron, 'just in time');
    ron.deliverToServer();
    hand.cut(ron);
    hand.settle();
    expect(log()).toHaveLength(1);
  });
});

describe('taking turns', () => {
  it('[SYNC19] a flood waits its turn: others go in between, and each sender’s changes stay in order', () => {
    const { hand, enterAndSettle, storage } = setUp({ turn: 0, sendsPerSecond: 1e9 });
    const [mallory, ron] = [enterAndSettle({ accountId: 'mallory' }), enterAndSettle()];
    storage.of('plan').rows.length = 0;
    for (let i = 0; i < 20; i++) write(mallory, 'm');
    write(ron, 'r');
    while (mallory.deliverToServer());
    ron.deliverToServer();
    hand.settle();
    const authors = storage.of('plan').rows.map(({ accountId }) => accountId);
    expect(authors.indexOf('ron-tasker')).toBeLessThan(3);
    expect(authors).toHaveLength(21);
    expect(mallory.client.isSaved && ron.client.isSaved).toBe(true);
    expect(mallory.client.refused).toEqual([]);
  });
});
