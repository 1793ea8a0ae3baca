// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, Text } from 'yjs';
import { type OpenedDocument, openDocument } from '../../../../client/sync/openDocument.ts';
import * as messages from '../../../../server/sync/messages.ts';
import { CLOSE } from '../../../../shared/sync/wire.ts';
import { until } from '../../../until.ts';
import { FakeSocket } from './fakeSocket.ts';

let opened: OpenedDocument;

beforeEach(async () => {
  FakeSocket.made = [];
  opened = openDocument({
    documentId: 'plan',
    accountId: 'priya',
    serverUrl: 'ws://server',
    socket: FakeSocket as unknown as typeof WebSocket,
  });
  await until('the first connection', () => FakeSocket.made.length > 0);
});

afterEach(() => {
  opened.close();
  for (const socket of FakeSocket.made) socket.end(1006);
});

const hello = { wire: 1, right: 'edit' as const, seq: 7 };
const NOTHING_KNOWN = Uint8Array.of(0);

function type(words: string): void {
  opened.doc.getText('t').insert(opened.doc.getText('t').length, words);
}

/** The server lets the page in, answers its question and asks its own. */
function greet(socket = FakeSocket.latest): FakeSocket {
  socket.open();
  socket.hear(messages.hello(hello));
  socket.hear(messages.syncStep1(NOTHING_KNOWN));
  socket.hear(messages.syncStep2(messages.NOTHING_NEW));
  return socket;
}

it('[STAT1] the page says saving from the first letter until the ack of the frame that carried it', () => {
  const socket = greet();
  expect(opened.status()).toEqual({ kind: 'saving' });
  socket.hear(messages.ack(1, 7));
  expect(opened.status()).toEqual({ kind: 'saved' });
  type('a');
  expect(opened.status()).toEqual({ kind: 'saving' });
  type('b');
  socket.hear(messages.ack(2, 8));
  expect(opened.status()).toEqual({ kind: 'saving' });
  socket.hear(messages.ack(3, 9));
  expect(opened.status()).toEqual({ kind: 'saved' });
});

it('[STAT1] words of others change nothing about mine', () => {
  const socket = greet();
  socket.hear(messages.ack(1, 7));
  const other = new Doc();
  other.getText('t').insert(0, 'from elsewhere');
  socket.hear(messages.sequenced(8, encodeStateAsUpdate(other)));
  expect(opened.doc.getText('t').toString()).toBe('from elsewhere');
  expect(opened.status()).toEqual({ kind: 'saved' });
  expect(opened.unsentWords()).toBe('');
  other.destroy();
});

it('[STAT8] what Yjs tidies away after two others made the same words bold is no change of a reader’s', () => {
  const socket = greet();
  socket.hear(messages.hello({ ...hello, right: 'read' }));
  socket.hear(messages.ack(1, 7));
  const [ron, priya] = [new Doc(), new Doc()];
  ron.getArray('blocks').push([new Text('hello')]);
  applyUpdate(priya, encodeStateAsUpdate(ron));
  for (const doc of [ron, priya]) doc.getArray<Text>('blocks').get(0).format(0, 5, { bold: true });
  socket.hear(messages.sequenced(8, encodeStateAsUpdate(ron)));
  const frames = socket.kinds.length;
  socket.hear(messages.sequenced(9, encodeStateAsUpdate(priya)));
  expect(socket.kinds.slice(frames)).toEqual(['update']);
  socket.hear(messages.refused({ frame: 2, code: 'read_only' }));
  socket.hear(messages.ack(2, 9));
  expect(opened.status()).toEqual({ kind: 'read_only', why: 'right', right: 'read', unsaved: false });
  for (const doc of [ron, priya]) doc.destroy();
});

it('[STAT6] what is typed before the server has asked goes out once, in the answer, so that it never builds on words unknown there', () => {
  type('written before');
  const socket = FakeSocket.latest;
  socket.open();
  socket.hear(messages.hello(hello));
  type(', and while connecting');
  expect(socket.kinds).toEqual(['syncStep1', 'awareness']);
  socket.hear(messages.syncStep1(NOTHING_KNOWN));
  expect(socket.kinds).toEqual(['syncStep1', 'awareness', 'syncStep2']);
  type('!');
  expect(socket.kinds.at(-1)).toBe('update');
});

it('[STAT6] after a break the page says up to which change it has everything, but not on its first visit', () => {
  const socket = greet();
  expect(new URL(socket.url).searchParams.get('wire')).toBe('1');
  expect(new URL(socket.url).searchParams.get('seq')).toBeNull();
  const other = new Doc();
  other.getText('t').insert(0, 'x');
  socket.hear(messages.sequenced(12, encodeStateAsUpdate(other)));
  socket.end(1006);
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(2);
  expect(new URL(FakeSocket.latest.url).searchParams.get('seq')).toBe('12');
  other.destroy();
});

it('[STAT2] a lost connection is said at once; what is typed meanwhile is offered when it is back', () => {
  greet().hear(messages.ack(1, 7));
  FakeSocket.latest.end(1006);
  expect(opened.status()).toMatchObject({ kind: 'offline', unsaved: false });
  type('offline words');
  expect(opened.status()).toMatchObject({ kind: 'offline', unsaved: true });
  expect(opened.unsentWords()).toBe('offline words');
  window.dispatchEvent(new Event('online'));
  const back = greet();
  expect(opened.status()).toEqual({ kind: 'saving' });
  back.hear(messages.ack(1, 8));
  expect(opened.status()).toEqual({ kind: 'saved' });
  expect(opened.unsentWords()).toBe('');
});

it('[STAT2] when the browser says that the network went, the page does not wait to find out', () => {
  greet().hear(messages.ack(1, 7));
  window.dispatchEvent(new Event('offline'));
  expect(opened.status()).toMatchObject({ kind: 'offline' });
});

it('[STAT3] a browser that keeps nothing is found out, and asks before words are lost', () => {
  greet().hear(messages.ack(1, 7));
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  type('unsaved');
  expect(leave()).toBe(false);
  FakeSocket.latest.end(1006);
  expect(opened.status()).toMatchObject({ kind: 'offline', device: 'not_kept' });
});

it('[STAT5] a final close ends it: why is said, the unsent words can be copied, and nothing tries again', () => {
  const socket = greet();
  type('kept. ');
  socket.hear(messages.ack(2, 8));
  type('not sent');
  socket.end(CLOSE.accessEnded);
  expect(opened.status()).toMatchObject({ kind: 'ended', why: 'access_ended', unsaved: true });
  expect(opened.unsentWords()).toBe('not sent');
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(1);
});

it('[STAT4] a refusal is said, with its words to copy', () => {
  const socket = greet();
  socket.hear(messages.ack(1, 7));
  type('too much');
  socket.hear(messages.refused({ frame: 2, code: 'too_large' }));
  socket.hear(messages.ack(2, 7));
  expect(opened.status()).toMatchObject({ kind: 'refused', code: 'too_large' });
  expect(opened.unsentWords()).toBe('too much');
  socket.hear(messages.syncStep1(encodeStateVector(new Doc())));
  socket.hear(messages.ack(3, 8));
  expect(opened.status()).toEqual({ kind: 'saved' });
});

it('[STAT7] who leaves the page while words are under way is gone for the others at once, and the words still arrive', () => {
  const socket = greet();
  socket.hear(messages.ack(1, 7));
  type('a last word');
  opened.close();
  expect(opened.awareness.getLocalState()).toBeNull();
  expect(socket.readyState).toBe(1);
  socket.hear(messages.ack(2, 8));
  expect(socket.readyState).toBe(3);
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(1);
});

it('[STAT7] words that a broken connection left behind never go out over the next one, which may be somebody else’s', () => {
  const socket = greet();
  socket.hear(messages.ack(1, 7));
  type('not yet sent');
  opened.close();
  socket.end(1006);
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(1);
});

it('[STAT6] half of a catch-up does not count as the whole of it', () => {
  const socket = FakeSocket.latest;
  socket.open();
  socket.hear(messages.hello(hello));
  const other = new Doc();
  other.getText('t').insert(0, 'x');
  socket.hear(messages.sequenced(9, encodeStateAsUpdate(other)));
  socket.end(1006);
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(2);
  expect(new URL(FakeSocket.latest.url).searchParams.get('seq')).toBeNull();
  other.destroy();
});

it('[STAT7] a document that was left makes no new connection, even while its words are under way', () => {
  const socket = greet();
  socket.hear(messages.ack(1, 7));
  type('under way');
  opened.close();
  window.dispatchEvent(new Event('online'));
  expect(FakeSocket.made).toHaveLength(1);
  expect(socket.readyState).toBe(1);
});
