import * as prng from 'lib0/prng';
import { bytesOf, deleteSet, gc, item, KIND, TYPE, update } from '../unit/shared/sync/updateBuilder.ts';

/** Frames to send one after the other; only the last one is meant to be slow. */
export type Burden = readonly Uint8Array[];
export type Family = (gen: prng.PRNG, size: number) => Burden;

const ME = 500;
const LOW = 3;
const TEXT = { root: 'x' } as const;
const any = (at: Parameters<typeof item>[1]) => item(KIND.any, at, 1, { byte: 126 });
const letter = (at: Parameters<typeof item>[1]) => item(KIND.string, at, 'a');
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** `count` items that Yjs can't join, each before the one before it, by a client. */
const prepended = (client: number, count: number, make = letter) =>
  update(
    client,
    0,
    times(count, (i) => make(i === 0 ? TEXT : { right: [client, i - 1] })),
  );
const appended = (client: number, count: number, make = letter) =>
  update(
    client,
    0,
    times(count, (i) => make(i === 0 ? TEXT : { left: [client, i - 1] })),
  );

/** Shapes of updates that make Yjs do more work than their bytes promise. */
export const FAMILIES: Readonly<Record<string, Family>> = {
  'only a right neighbour, far off, in a long list': (_, n) => [
    prepended(LOW, n),
    update(
      ME,
      0,
      times(n, () => letter({ right: [LOW, 0] })),
    ),
  ],
  'one pair of neighbours for all, in one update': (_, n) => [
    update(ME, 0, [
      letter(TEXT),
      letter({ left: [ME, 0] }),
      ...times(n, () => letter({ left: [ME, 0], right: [ME, 1] })),
    ]),
  ],
  'only a left neighbour, the same for all': (_, n) => [
    appended(LOW, 2),
    update(
      ME,
      0,
      times(n, () => letter({ left: [LOW, 0] })),
    ),
  ],
  'one pair of neighbours for all, by two hundred clients': (_, n) => [
    appended(1, 2),
    bytesOf(
      200,
      ...times(200, (c) =>
        bytesOf(
          Math.ceil(n / 200),
          ME + c,
          0,
          ...times(Math.ceil(n / 200), () => letter({ left: [1, 0], right: [1, 1] })),
        ),
      ),
      0,
    ),
  ],
  'no neighbour at all': (_, n) => [
    update(
      ME,
      0,
      times(n, () => any({ root: 'rows' })),
    ),
  ],
  'neighbours by chance in one’s own update': (gen, n) => [
    update(
      ME,
      0,
      times(n, (i) => (i < 2 ? letter(TEXT) : letter(twoNeighbours(gen, i)))),
    ),
  ],
  'neighbours by chance in another’s list': (gen, n) => [
    appended(LOW, n),
    update(
      ME,
      0,
      times(n, () => {
        const left = prng.int32(gen, 0, n - 2);
        return letter({ left: [LOW, left], right: [LOW, prng.int32(gen, left + 1, n - 1)] });
      }),
    ),
  ],
  'as low as possible among items of many clients': (_, n) => [
    ...times(50, (i) =>
      update(
        1000 - i,
        0,
        times(Math.ceil(n / 50), (j) => letter(j === 0 ? TEXT : { right: [1000 - i, j - 1] })),
      ),
    ),
    update(
      2,
      0,
      times(n, () => letter({ right: [1000, 0] })),
    ),
  ],
  'one name that is set by many at once': (_, n) => [
    update(
      ME,
      0,
      times(n, () => any({ root: 'm', sub: 'a' })),
    ),
  ],
  'one name with a long past': (_, n) => [
    update(
      ME,
      0,
      times(n, (i) => any(i === 0 ? { root: 'm', sub: 'a' } : { left: [ME, i - 1] })),
    ),
    update(
      LOW,
      0,
      times(n, () => any({ root: 'm', sub: 'a' })),
    ),
  ],
  'cuts in a long text': (gen, n) => [
    update(LOW, 0, [item(KIND.string, TEXT, 'a'.repeat(200_000))]),
    update(
      ME,
      0,
      times(n, () => {
        const at = prng.int32(gen, 0, 199_990);
        return letter({ left: [LOW, at], right: [LOW, at + 1] });
      }),
    ),
  ],
  'cuts in a long list of values': (_, n) => [
    update(LOW, 0, [item(KIND.any, { root: 'rows' }, 20_000, new Uint8Array(20_000).fill(126))]),
    update(
      ME,
      0,
      times(Math.min(n, 9990), (i) => any({ left: [LOW, 2 * i], right: [LOW, 2 * i + 1] })),
    ),
  ],
  'values that are joined one by one': (_, n) => [
    update(
      ME,
      0,
      times(n, (i) =>
        item(
          KIND.any,
          i === 0 ? { root: 'rows' } : { left: [ME, i * 8 - 1] },
          8,
          new Uint8Array(8).fill(126),
        ),
      ),
    ),
  ],
  'deletes with gaps in a long text': (_, n) => [
    update(LOW, 0, [item(KIND.string, TEXT, 'a'.repeat(200_000))]),
    bytesOf(0, 1, LOW, n * 3, ...times(n * 3, (i) => bytesOf(i * 2, 1))),
  ],
  'deletes with gaps before many structs': (_, n) => [
    update(LOW, 0, [item(KIND.string, TEXT, 'a'.repeat(200_000))]),
    ...times(8, (j) =>
      update(
        LOW,
        200_000 + j * n,
        times(n, (i) =>
          letter(i === 0 && j === 0 ? { right: [LOW, 0] } : { right: [LOW, 200_000 + j * n + i - 1] }),
        ),
      ),
    ),
    bytesOf(0, 1, LOW, n * 3, ...times(n * 3, (i) => bytesOf(i * 2, 1))),
  ],
  'deletes in formatted text': (_, n) => [
    update(LOW, 0, [
      item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block'),
      item(KIND.type, { parent: [LOW, 0] }, TYPE.xmlText),
      item(KIND.format, { parent: [LOW, 1] }, 'b', '1'),
      ...times(n - 5, (i) => letter({ right: [LOW, 2 + i] })),
    ]),
    bytesOf(0, deleteSet([[LOW, 3, n - 5]])),
  ],
  'a deleted block of text with its format last': (_, n) => [
    update(LOW, 0, [
      item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block'),
      item(KIND.type, { parent: [LOW, 0] }, TYPE.xmlText),
      letter({ parent: [LOW, 1] }),
      ...times(n - 5, (i) => letter({ right: [LOW, 2 + i] })),
      item(KIND.format, { right: [LOW, n - 4] }, 'b', '1'),
    ]),
    update(LOW + 1, 0, [
      item(KIND.type, { left: [LOW, 0] }, TYPE.element, 'block'),
      item(KIND.type, { parent: [LOW + 1, 0] }, TYPE.xmlText),
      item(KIND.format, { parent: [LOW + 1, 1] }, 'b', '1'),
      letter({ left: [LOW + 1, 2] }),
    ]),
    bytesOf(0, 2, LOW, 1, 0, 1, LOW + 1, 1, 3, 1),
  ],
  'a deleted block of formatted text': (_, n) => [
    update(LOW, 0, [
      item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block'),
      item(KIND.type, { parent: [LOW, 0] }, TYPE.xmlText),
      item(KIND.format, { parent: [LOW, 1] }, 'b', '1'),
      ...times(n - 5, (i) => letter({ right: [LOW, 2 + i] })),
    ]),
    bytesOf(0, deleteSet([[LOW, 0, 1]])),
  ],
  'many formats at one place, and words among them': (_, n) => [
    update(ME, 0, [
      item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block'),
      item(KIND.type, { parent: [ME, 0] }, TYPE.xmlText),
      item(KIND.format, { parent: [ME, 1] }, 'f', '1'),
      ...times(n - 5, (i) =>
        i % 2 ? letter({ left: [ME, i + 2] }) : item(KIND.format, { left: [ME, i + 2] }, `f${i}`, '1'),
      ),
    ]),
  ],
  'many formats and then one more': (_, n) => [
    update(LOW, 0, [
      item(KIND.type, { root: 'root-v2' }, TYPE.element, 'block'),
      item(KIND.type, { parent: [LOW, 0] }, TYPE.xmlText),
      ...times(2000, (i) =>
        item(KIND.format, i === 0 ? { parent: [LOW, 1] } : { left: [LOW, i + 1] }, `f${i}`, '1'),
      ),
      letter({ left: [LOW, 2001] }),
      letter({ left: [LOW, 2002] }),
    ]),
    ...times(1, (j) =>
      update(
        700 + j,
        0,
        times(n, (i) =>
          letter(
            i === 0
              ? { left: [LOW, 2002], right: [LOW, 2003] }
              : { left: [LOW, 2002], right: [700 + j, i - 1] },
          ),
        ),
      ),
    ),
    update(ME, 0, [item(KIND.format, { left: [LOW, 2003] }, 'late', '1')]),
  ],
  'pairs that Yjs can join, behind each other': (_, n) => [
    update(
      ME,
      0,
      times(n, (i) =>
        letter(
          i === 0
            ? TEXT
            : i % 2
              ? { left: [ME, i - 1], ...(i > 1 ? { right: [ME, i - 3] as const } : {}) }
              : { right: [ME, i - 2] },
        ),
      ),
    ),
  ],
  'tombstones by the thousand': (_, n) => [
    update(
      ME,
      0,
      times(n, () => gc(1_000_000)),
    ),
  ],
  'deep and wide types': (_, n) => [
    update(
      ME,
      0,
      times(n, (i) => item(KIND.type, i % 23 === 0 ? { root: 'rows' } : { parent: [ME, i - 1] }, TYPE.array)),
    ),
    bytesOf(0, deleteSet([[ME, 0, n]])),
  ],
};

/** Two different ones of this client's first `count` letters; the same one twice is refused whatever it costs. */
function twoNeighbours(gen: prng.PRNG, count: number) {
  const left = prng.int32(gen, 0, count - 1);
  const right = (left + prng.int32(gen, 1, count - 1)) % count;
  return { left: [ME, left], right: [ME, right] } as const;
}
