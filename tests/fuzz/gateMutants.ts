import * as prng from 'lib0/prng';
import * as Y from 'yjs';
import { bytesOf, item, KIND, type Part, TYPE } from '../unit/shared/sync/updateBuilder.ts';

const ODD_BYTES = [0, 1, 2, 7, 10, 32, 64, 127, 128, 129, 132, 199, 200, 255];
const ODD_NUMBERS = [0, 1, 2, 127, 128, 2 ** 20, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 50, Number.MAX_SAFE_INTEGER];

/** A real update with one to four things done to its bytes. */
export function mutant(gen: prng.PRNG, frames: readonly Uint8Array[]): Uint8Array {
  let bytes = Array.from(prng.oneOf(gen, frames as Uint8Array[]));
  for (let i = prng.int32(gen, 1, 4); i > 0; i--) bytes = mutate(gen, bytes, frames);
  return Uint8Array.from(bytes);
}

function mutate(gen: prng.PRNG, bytes: number[], frames: readonly Uint8Array[]): number[] {
  const at = prng.int32(gen, 0, Math.max(0, bytes.length - 1));
  const to = Math.min(bytes.length, at + prng.int32(gen, 1, 12));
  const before = bytes.slice(0, at);
  switch (prng.int32(gen, 0, 8)) {
    case 0:
      return [...before, (bytes[at] ?? 0) ^ (1 << prng.int32(gen, 0, 7)), ...bytes.slice(at + 1)];
    case 1:
      return [...before, prng.oneOf(gen, ODD_BYTES), ...bytes.slice(at + 1)];
    case 2:
      return [...before, ((bytes[at] ?? 0) + (prng.bool(gen) ? 1 : 255)) % 256, ...bytes.slice(at + 1)];
    case 3:
      return [...before, ...bytes.slice(to)];
    case 4:
      return [...before, ...bytes.slice(at, to), ...bytes.slice(at)];
    case 5:
      return before;
    case 6:
      return [...before, ...bytesOf(prng.oneOf(gen, ODD_NUMBERS)), ...bytes.slice(at + 1)];
    case 7: {
      const other = prng.oneOf(gen, frames as Uint8Array[]);
      return [...before, ...other.slice(prng.int32(gen, 0, other.length))];
    }
    default:
      return [...bytes, ...Array.from({ length: prng.int32(gen, 1, 4) }, () => prng.oneOf(gen, ODD_BYTES))];
  }
}

/**
 * An update that is well-formed but says odd things: items beside any others, in any parent, of any content,
 * partly known, in groups that need each other. Byte mutants hardly ever get this far.
 */
export function oddity(gen: prng.PRNG, doc: Y.Doc, own: number): Uint8Array {
  const known = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
  const fresh = prng.int32(gen, 1, 5);
  const ownClients = new Set([own, fresh, prng.int32(gen, 1, 5)]);
  const groups = [...ownClients].slice(0, prng.int32(gen, 1, 3)).map((client) => {
    const state = Y.getState(doc.store, client);
    const back = prng.bool(gen) ? 0 : prng.int32(gen, 0, Math.min(state, 6));
    return { client, start: state - back, count: prng.int32(gen, 1, 6) };
  });
  const anyId = (self: { client: number; start: number }, done: number): [number, number] => {
    const dice = prng.int32(gen, 0, 9);
    if (dice < 4) return [self.client, Math.max(0, self.start + done - prng.int32(gen, 1, 4))];
    if (dice < 6) {
      const other = prng.oneOf(gen, groups);
      return [other.client, other.start + prng.int32(gen, 0, 2)];
    }
    const [client, state] = known.length > 0 ? prng.oneOf(gen, known) : [own, 1];
    return [client, prng.int32(gen, 0, Math.min(state, 2 ** 31 - 1) - (dice < 9 ? 1 : 0))];
  };
  const parts: Part[] = [groups.length];
  for (const group of groups) {
    parts.push(group.count, group.client, group.start);
    let clock = 0;
    for (let i = 0; i < group.count; i++) {
      const made = oddStruct(gen, () => anyId(group, clock));
      parts.push(made.bytes);
      clock += made.length;
    }
  }
  return bytesOf(...parts, oddDeletes(gen, known));
}

function oddStruct(gen: prng.PRNG, id: () => [number, number]): { bytes: Uint8Array; length: number } {
  if (prng.int32(gen, 0, 19) === 0) {
    const length = prng.int32(gen, 1, 4);
    return { bytes: bytesOf(0, length), length };
  }
  const [kind, length, content] = oddContent(gen);
  const dice = prng.int32(gen, 0, 9);
  if (dice < 2) {
    const root = prng.oneOf(gen, ['root-v2', 'stock', 'things', 'rows', 'new']);
    const sub = prng.bool(gen) ? {} : { sub: prng.oneOf(gen, ['one', '__kind', 'x']) };
    return { bytes: item(kind, { root, ...sub }, ...content), length };
  }
  if (dice < 5) {
    const sub = prng.bool(gen) ? {} : { sub: prng.oneOf(gen, ['one', '__kind', 'x']) };
    return { bytes: item(kind, { parent: id(), ...sub }, ...content), length };
  }
  const beside = dice < 7 ? { left: id() } : dice < 8 ? { right: id() } : { left: id(), right: id() };
  return { bytes: item(kind, beside, ...content), length };
}

function oddContent(gen: prng.PRNG): [kind: number, length: number, content: Part[]] {
  switch (prng.int32(gen, 0, 9)) {
    case 0: {
      const length = prng.int32(gen, 1, 3);
      return [KIND.deleted, length, [length]];
    }
    case 1:
      return [KIND.json, 2, [2, '{"a":1}', 'undefined']];
    case 2:
      return [KIND.binary, 1, [3, 1, 2, 3]];
    case 3:
      return [KIND.embed, 1, ['{"image":"x"}']];
    case 4:
      return [
        KIND.format,
        1,
        [prng.oneOf(gen, ['bold', 't', 'p']), prng.oneOf(gen, ['null', 'true', '"tab"'])],
      ];
    case 5:
      return [KIND.any, 2, [2, { byte: 126 }, { byte: 125 }, { byte: 5 }]];
    case 6:
    case 7: {
      const type = prng.oneOf(gen, [
        TYPE.array,
        TYPE.map,
        TYPE.text,
        TYPE.element,
        TYPE.xmlText,
        TYPE.fragment,
      ]);
      return [KIND.type, 1, type === TYPE.element ? [type, prng.oneOf(gen, ['block', 'tablerow'])] : [type]];
    }
    default:
      return prng.bool(gen) ? [KIND.string, 3, ['abc']] : [KIND.string, 2, ['🤝']];
  }
}

function oddDeletes(gen: prng.PRNG, known: readonly (readonly [number, number])[]): Uint8Array {
  const chosen = known.filter(() => prng.int32(gen, 0, 4) === 0);
  const lists = chosen.map(([client, state]) => {
    const clock = prng.int32(gen, 0, Math.min(state, 2 ** 31) - 1);
    return bytesOf(client, 1, clock, Math.min(prng.int32(gen, 1, 8), state - clock));
  });
  return bytesOf(lists.length, ...lists);
}
