import { describe, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { checkPresence, stampPresence } from '../../../../shared/sync/presence.ts';
import { bytesOf } from './updateBuilder.ts';

const RON = 11;
const PRIYA = 22;

/** Runs with a stock awareness for one client, and stops its timer afterwards. */
function withAwareness<T>(client: number, use: (awareness: Awareness) => T): T {
  const doc = new Y.Doc();
  doc.clientID = client;
  const awareness = new Awareness(doc);
  try {
    return use(awareness);
  } finally {
    awareness.destroy();
  }
}

const presence = (client: number, clock: number, state: unknown) =>
  bytesOf(1, client, clock, typeof state === 'string' ? state : JSON.stringify(state));

describe('who speaks', () => {
  test('[PRES1] a stock client’s own presence is read, and its leaving', () => {
    withAwareness(PRIYA, (awareness) => {
      awareness.setLocalState({ focusing: true });
      expect(checkPresence(encodeAwarenessUpdate(awareness, [PRIYA]))).toEqual({
        ok: true,
        client: PRIYA,
        clock: 1,
        state: { focusing: true },
      });
      awareness.setLocalState(null);
      expect(checkPresence(encodeAwarenessUpdate(awareness, [PRIYA]), { boundClient: PRIYA })).toMatchObject({
        ok: true,
        state: null,
      });
    });
  });

  test('[PRES1] a connection that has spoken for one client can’t speak for another', () => {
    expect(checkPresence(presence(RON, 7, { name: 'Ron Tasker' }), { boundClient: PRIYA })).toEqual({
      ok: false,
      code: 'foreign_author',
    });
  });

  test('[PRES1] two clients in one frame say nothing, which silences a stock client’s echo too', () => {
    const two = bytesOf(2, PRIYA, 1, '{}', RON, 1, '{}');
    expect(checkPresence(two, { boundClient: PRIYA })).toEqual({ ok: false, code: 'foreign_author' });
  });

  test('[PRES2] fifty thousand made-up people in one frame, which raw awareness would show', () => {
    const crowd = bytesOf(50_000, ...Array.from({ length: 50_000 }, (_, i) => bytesOf(i + 1, 1, '{}')));
    withAwareness(RON, (awareness) => {
      applyAwarenessUpdate(awareness, crowd, null);
      expect(awareness.getStates().size).toBeGreaterThan(49_999);
    });
    expect(checkPresence(crowd)).toEqual({ ok: false, code: 'foreign_author' });
  });

  test('[PRES2] a clock so far ahead that raw awareness would never hear the person again', () => {
    const forged = presence(PRIYA, 2 ** 50, { name: 'not Priya' });
    withAwareness(RON, (awareness) => {
      applyAwarenessUpdate(awareness, forged, null);
      applyAwarenessUpdate(awareness, presence(PRIYA, 5, { name: 'Priya Nandra' }), null);
      expect(awareness.getStates().get(PRIYA)).toEqual({ name: 'not Priya' });
    });
    expect(checkPresence(forged)).toEqual({ ok: false, code: 'malformed' });
  });
});

describe('what it may say', () => {
  test.each([
    ['no client at all', bytesOf(0)],
    ['more clients than bytes', bytesOf(2 ** 40)],
    ['a list', presence(PRIYA, 1, [])],
    ['a number', presence(PRIYA, 1, 4)],
    ['no JSON', presence(PRIYA, 1, '{"a":')],
    ['a nest of lists', presence(PRIYA, 1, `{"a":${'['.repeat(500)}${']'.repeat(500)}}`)],
    ['a key that reaches a prototype', presence(PRIYA, 1, '{"a":{"__proto__":{"admin":true}}}')],
    ['a text cut short', presence(PRIYA, 1, '{}').subarray(0, 4)],
    ['bytes after the end', bytesOf(presence(PRIYA, 1, '{}'), 0)],
    ['text that is not UTF-8', bytesOf(1, PRIYA, 1, 3, { byte: 0xed }, { byte: 0xa0 }, { byte: 0x80 })],
  ])('[PRES2] %s is malformed', (_name, bytes) => {
    expect(checkPresence(bytes)).toEqual({ ok: false, code: 'malformed' });
  });

  test('[PRES2] more than four kilobytes is too large', () => {
    expect(checkPresence(presence(PRIYA, 1, { name: 'x'.repeat(5000) }))).toEqual({
      ok: false,
      code: 'too_large',
    });
  });
});

describe('what others see', () => {
  const priya = {
    id: 'm1',
    name: 'Priya Nandra',
    seat: 'Northvale Council',
    side: 'commissioner',
    color: '#245',
  } as const;

  test('[PRES3] who it is comes from the server, whatever was claimed, and nothing unknown is passed on', () => {
    const claimed = {
      name: 'Ron Tasker',
      color: 'url(javascript:alert(1))',
      user: { name: 'Ron Tasker', id: 'm2', admin: true },
      awarenessData: { big: 'x'.repeat(1000) },
      focusing: true,
      extra: 'x',
    };
    expect(stampPresence(claimed, priya)).toEqual({
      anchorPos: null,
      focusPos: null,
      focusing: true,
      quiet: false,
      name: 'Priya Nandra',
      color: '#245',
      user: { id: 'm1', name: 'Priya Nandra', seat: 'Northvale Council', side: 'commissioner' },
      awarenessData: {},
    });
  });

  test('[PRES3] a real caret passes and can be found again', () => {
    const doc = new Y.Doc();
    const text = doc.getText('x');
    text.insert(0, 'abc');
    const sent = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, 1, -1)));
    const { anchorPos } = stampPresence({ anchorPos: sent }, priya);
    const found = Y.createAbsolutePositionFromRelativePosition(
      anchorPos as unknown as Y.RelativePosition,
      doc,
    );
    expect(found?.index).toBe(1);
  });

  test.each([
    ['without its parts', {}],
    ['with all parts null', { type: null, tname: null, item: null, assoc: 0 }],
    ['before the first clock', { type: null, tname: null, item: { client: 1, clock: -1 }, assoc: 0 }],
    ['in a root of its own making', { type: null, tname: 'mine', item: null, assoc: 0 }],
    ['that is a text', 'here'],
  ])('[PRES3] a caret %s, which can throw in the browsers that draw it, becomes none', (_name, anchorPos) => {
    expect(stampPresence({ anchorPos }, priya).anchorPos).toBeNull();
  });

  test('[PRES3] and such a caret does throw when drawn raw', () => {
    const doc = new Y.Doc();
    doc.getText('x').insert(0, 'abc');
    const broken = {} as Y.RelativePosition;
    expect(() => Y.createAbsolutePositionFromRelativePosition(broken, doc)).toThrow();
  });
});
