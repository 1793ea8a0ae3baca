import { afterEach, expect, it } from 'vitest';
import { MESSAGE } from '../../../shared/sync/wire.ts';
import { bytesOf } from '../../unit/shared/sync/updateBuilder.ts';
import { HandRoom, type Line, type LineOptions } from './handRoom.ts';
import { WireClient } from './wireClient.ts';

const clients: WireClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

function setUp() {
  const hand = new HandRoom();
  const enter = (accountId: string, who: LineOptions = {}, client = new WireClient()): Line => {
    clients.push(client);
    const line = hand.join(client, { accountId, ...who });
    hand.settle();
    return line;
  };
  const settle = () => {
    hand.settle();
    hand.timing.pass(hand.limits.presenceEvery);
    hand.settle();
  };
  return { hand, enter, settle };
}

const id = ({ client }: Line) => client.doc.clientID;
const caret = { type: null, tname: 'root-v2', item: null, assoc: 0 };
const HERE = { focusing: true, anchorPos: caret, focusPos: caret };

/** Says something in other words than an honest client would. */
const forge = (line: Line, client: number, clock: number, state: unknown) => {
  const entry = bytesOf(1, client, clock, JSON.stringify(state));
  line.toServer.push(bytesOf(MESSAGE.awareness, entry.length, entry));
};

it('[SYNC18] everyone who is here is seen, latecomers included, and gone when they leave', () => {
  const { hand, enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  ron.client.say(HERE);
  settle();
  expect(priya.client.others.get(id(ron))).toMatchObject({ name: 'ron', focusing: true });
  const late = enter('heron');
  expect([...late.client.others.keys()]).toEqual([id(ron)]);
  hand.cut(ron);
  settle();
  expect(priya.client.others.size + late.client.others.size).toBe(0);
});

it('[SYNC18] a name, a colour and a side that someone gives themselves are not passed on', () => {
  const { enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  ron.client.say({ ...HERE, name: 'The Queen', color: 'url(evil)', user: { name: 'The Queen' }, extra: 'x' });
  settle();
  expect(priya.client.others.get(id(ron))).toEqual({
    ...HERE,
    quiet: false,
    name: 'ron',
    color: '#1b6b3a',
    user: { id: 'ron', name: 'ron', seat: 'Skelby Good Neighbours', side: 'community_provider' },
    awarenessData: {},
  });
});

it('[SYNC18] nobody speaks for another client, freezes it by its clock, or fills the room with the unreal', () => {
  const { enter, settle } = setUp();
  const [ron, priya, mallory] = [enter('ron'), enter('priya'), enter('mallory')];
  ron.client.say(HERE);
  settle();
  forge(mallory, id(ron), 2 ** 31, { focusing: false });
  forge(mallory, 5, 1, HERE);
  forge(mallory, 6, 1, HERE);
  forge(mallory, 7, 1, HERE);
  settle();
  expect(priya.client.others.get(id(ron))).toMatchObject({ name: 'ron', focusing: true });
  expect(priya.client.others.size).toBe(2);
  ron.client.say({ ...HERE, focusing: false });
  settle();
  expect(priya.client.others.get(id(ron))).toMatchObject({ focusing: false });
});

it('[SYNC18] nobody is sent their own presence, which they would take for news', () => {
  const { enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  ron.client.say(HERE);
  priya.client.say(HERE);
  settle();
  expect(ron.client.awareness.getLocalState()).toEqual(HERE);
  expect(ron.client.others.size).toBe(1);
});

it('[SYNC18] a reader is here without a caret, and one who hides is not here', () => {
  const { enter, settle } = setUp();
  const [ron, reader, hidden] = [enter('ron'), enter('beth', { access: { right: 'read' } }), enter('heron')];
  reader.client.say(HERE);
  hidden.client.say({ ...HERE, hidden: true });
  settle();
  expect(ron.client.others.get(id(reader))).toMatchObject({ name: 'beth', anchorPos: null, focusing: false });
  expect(ron.client.others.size).toBe(1);
  hidden.client.say(HERE);
  settle();
  expect(ron.client.others.size).toBe(2);
  hidden.client.say({ ...HERE, hidden: true });
  settle();
  expect(ron.client.others.size).toBe(1);
});

it('[SYNC18] one who comes back before the old socket is gone stays here when that one goes', () => {
  const { hand, enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  ron.client.say(HERE);
  settle();
  const [old] = hand.lines as [Line];
  const again = hand.join(ron.client, { accountId: 'ron' });
  ron.client.say(HERE);
  settle();
  hand.room.leave(old.connection);
  settle();
  expect(priya.client.others.get(id(again))).toMatchObject({ name: 'ron' });
});

it('[SYNC18] many moves leave together, and everyone hears something at least every half minute', () => {
  const { hand, enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  settle();
  const heard = () => priya.client.received.filter((type) => type === MESSAGE.awareness).length;
  const before = heard();
  for (let i = 0; i < 10; i++) {
    ron.client.say({ ...HERE, focusing: i % 2 === 0 });
    while (ron.deliverToServer());
  }
  settle();
  expect(heard() - before).toBe(1);
  for (const line of [ron, priya]) line.client.received.length = 0;
  hand.timing.pass(20_000);
  hand.settle();
  expect(heard()).toBeGreaterThan(0);
  expect(ron.client.received).toContain(MESSAGE.awareness);
});

it('[SYNC18] presence survives a restart of the server: clocks go on from where they were', () => {
  const { hand, enter, settle } = setUp();
  const [ron, priya] = [enter('ron'), enter('priya')];
  for (let i = 0; i < 5; i++) {
    ron.client.say({ ...HERE, focusing: i % 2 === 0 });
    settle();
  }
  hand.crash();
  hand.timing.pass(1);
  hand.join(priya.client, { accountId: 'priya' });
  hand.join(ron.client, { accountId: 'ron' });
  hand.settle();
  ron.client.say({ ...HERE, quiet: true });
  settle();
  expect(priya.client.others.get(id(ron))).toMatchObject({ quiet: true });
});

it('[SYNC9] presence that is none is counted against its sender', () => {
  const hand = new HandRoom({ limits: { badFrames: 2 } });
  const client = new WireClient();
  clients.push(client);
  const line = hand.join(client, { accountId: 'mallory' });
  for (let i = 0; i < 3; i++) line.toServer.push(bytesOf(MESSAGE.awareness, 3, 1, 5, 9));
  hand.settle();
  expect(line.closed?.code).toBe(4400);
});
