import * as encoding from 'lib0/encoding';

/** Builds updates by hand, so that a test can say things that Yjs itself never would. */
export type Part = number | string | Uint8Array | { readonly byte: number };

/** Numbers become varints, strings get their length before them, bytes go in as they are. */
export function bytesOf(...parts: readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === 'number') encoding.writeVarUint(encoder, part);
    else if (typeof part === 'string') encoding.writeVarString(encoder, part);
    else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part);
    else encoding.writeUint8(encoder, part.byte);
  }
  return encoding.toUint8Array(encoder);
}

/** One client's structs (each made with the helpers below), and deleted ranges as [client, clock, length]. */
export function update(
  client: number,
  clock: number,
  structs: readonly Uint8Array[],
  deletes: readonly (readonly [number, number, number])[] = [],
): Uint8Array {
  return bytesOf(1, structs.length, client, clock, ...structs, deleteSet(deletes));
}

export function deleteSet(deletes: readonly (readonly [number, number, number])[]): Uint8Array {
  return bytesOf(
    deletes.length,
    ...deletes.map(([client, clock, length]) => bytesOf(client, 1, clock, length)),
  );
}

export const gc = (length: number) => bytesOf(0, length);

type At =
  | { readonly root: string; readonly sub?: string }
  | { readonly parent: readonly [number, number]; readonly sub?: string }
  | { readonly left?: readonly [number, number]; readonly right?: readonly [number, number] };

/** An item of one of Yjs's content kinds (by its number), standing at `at`. */
export function item(kind: number, at: At, ...content: readonly Part[]): Uint8Array {
  if ('root' in at || 'parent' in at) {
    const where = 'root' in at ? [1, at.root] : [0, ...at.parent];
    const sub = at.sub === undefined ? [] : [at.sub];
    return bytesOf({ byte: kind | (sub.length > 0 ? 32 : 0) }, ...where, ...sub, ...content);
  }
  const flags = (at.left ? 128 : 0) | (at.right ? 64 : 0);
  return bytesOf({ byte: kind | flags }, ...(at.left ?? []), ...(at.right ?? []), ...content);
}

export const KIND = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
} as const;
export const TYPE = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, xmlText: 6 } as const;
