import { expect, it } from 'vitest';
import { MESSAGE_RULES, maySay, type Said } from '../../../../server/sync/messageRules.ts';
import { readFrame } from '../../../../shared/sync/frames.ts';
import { MESSAGE } from '../../../../shared/sync/wire.ts';

/** The smallest well-formed frames of each type of message, by the type's number. */
const FRAMES: Record<number, readonly number[][]> = {
  [MESSAGE.sync]: [
    [0, 0, 1, 0],
    [0, 1, 2, 0, 0],
    [0, 2, 2, 0, 0],
  ],
  [MESSAGE.awareness]: [[1, 1, 0]],
  [MESSAGE.queryAwareness]: [[3]],
};

it('[HTTP15] every message that a client can send has its rule, and every rule its message', () => {
  const said = Object.values(FRAMES)
    .flat()
    .map((bytes) => readFrame(Uint8Array.from(bytes)).is);
  expect(said.sort()).toEqual(Object.keys(MESSAGE_RULES).sort());
});

it('[HTTP15] the other messages are for the server to send: from a client they are nothing', () => {
  const numbers = Object.values(MESSAGE).filter((number) => !(number in FRAMES));
  expect(numbers).toHaveLength(5);
  for (const number of numbers)
    for (const rest of [[], [0], [1, 0], [0, 2, 0, 0]])
      expect(readFrame(Uint8Array.from([number, ...rest]))).toEqual({ is: 'malformed' });
});

it('[HTTP15] only editors change words; readers and commenters may ask and be seen', () => {
  const allowed = (right: 'read' | 'comment' | 'edit' | 'none') =>
    (Object.keys(MESSAGE_RULES) as Said[]).filter((said) => maySay(right, said));
  expect(allowed('none')).toEqual([]);
  expect(allowed('read')).toEqual(['syncStep1', 'awareness', 'queryAwareness']);
  expect(allowed('comment')).toEqual(allowed('read'));
  expect(allowed('edit')).toHaveLength(5);
});
