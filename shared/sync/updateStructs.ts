import { ByteReader } from './byteReader.ts';
import { EDITOR_ELEMENTS } from './editorNames.ts';
import { isSafeKey, parseSafely, skipAny } from './safeValues.ts';

/** What the gate lets through at most. Everything else is bounded by the bytes themselves. */
export interface GateLimits {
  readonly bytes: number;
  readonly structs: number;
  readonly clients: number;
  /** How long one run of deleted content may be. */
  readonly tombstone: number;
  /** No clientID ever gets this far; a clock near the largest number can only be an attack. */
  readonly clock: number;
  /** How many shared types may stand inside each other below a root. */
  readonly depth: number;
  readonly nameBytes: number;
  /** How much work applying it may be, in units of about ten nanoseconds. */
  readonly effort: number;
}

export const GATE_LIMITS: GateLimits = {
  bytes: 256 * 1024,
  structs: 20_000,
  clients: 256,
  tombstone: 1_000_000,
  clock: 2 ** 40,
  depth: 24,
  nameBytes: 256,
  effort: 10_000_000,
};

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export type TypeKind = 'array' | 'map' | 'text' | 'element' | 'fragment' | 'xmlText';

export type Content =
  | { readonly is: 'deleted' | 'json' | 'binary' | 'string' | 'embed' | 'any' }
  | { readonly is: 'format'; readonly key: string; readonly value: unknown }
  | { readonly is: 'type'; readonly type: TypeKind; readonly name: string | null };

/** Where an item says it goes: beside others, under a named root, or inside the type that another item is. */
export interface Struct {
  readonly clock: number;
  readonly length: number;
  /** Absent on a tombstone that no longer says where it stood. */
  readonly item: Item | null;
}

export interface Item {
  readonly left: Id | null;
  readonly right: Id | null;
  readonly parent: { readonly root: string } | Id | null;
  readonly sub: string | null;
  readonly content: Content;
}

export interface ClientStructs {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: readonly Struct[];
}

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

export interface ParsedUpdate {
  readonly groups: readonly ClientStructs[];
  /** By client, in order and apart. */
  readonly deletes: ReadonlyMap<number, readonly DeletedRange[]>;
}

export type ParseFailure = 'malformed' | 'too_large' | 'holes';
type Reader = ByteReader<ParseFailure>;

/**
 * Takes apart one Yjs update in its first (V1) encoding, trusting nothing. Gives its structs by client and
 * the ranges that it deletes, or why it can't be one: `malformed`, `too_large`, or `holes` when the sender
 * says itself that something is missing in between.
 */
export function parseUpdate(bytes: Uint8Array, limits: GateLimits): ParsedUpdate | ParseFailure {
  if (bytes.length > limits.bytes) return 'too_large';
  const reader: Reader = new ByteReader<ParseFailure>(bytes);
  const groups = readGroups(reader, limits);
  const deletes = readDeletes(reader, limits);
  if (!reader.failure && reader.left > 0) reader.fail('malformed');
  return reader.failure ?? { groups, deletes };
}

function readGroups(reader: Reader, limits: GateLimits): ClientStructs[] {
  const groups: ClientStructs[] = [];
  const count = reader.count(LEAST_GROUP_BYTES);
  if (count > limits.clients) reader.fail('too_large');
  let structs = 0;
  for (let i = 0; i < count && !reader.failure; i++) {
    const group = readGroup(reader, limits, limits.structs - structs);
    // Yjs keeps only the last of two groups for one client, and so would lose words.
    if (groups.some((other) => other.client === group.client)) reader.fail('malformed');
    structs += group.structs.length;
    groups.push(group);
  }
  return groups;
}

function readGroup(reader: Reader, limits: GateLimits, structsLeft: number): ClientStructs {
  const count = reader.count(LEAST_STRUCT_BYTES);
  const client = reader.uint();
  const start = reader.uint();
  if (count === 0 || start > limits.clock) reader.fail('malformed');
  if (count > structsLeft) reader.fail('too_large');
  const structs: Struct[] = [];
  let clock = start;
  for (let i = 0; i < count && !reader.failure; i++) {
    const struct = readStruct(reader, limits, clock);
    clock += struct.length;
    if (struct.length < 1 || clock > limits.clock) reader.fail('malformed');
    structs.push(struct);
  }
  return { client, clock: start, end: clock, structs };
}

function readStruct(reader: Reader, limits: GateLimits, clock: number): Struct {
  const info = reader.byte();
  const kind = info & KIND_BITS;
  if (kind === STRUCT.gc && info === 0) return { clock, length: tombstoneLength(reader, limits), item: null };
  if (kind === STRUCT.skip) reader.fail('holes');
  const left = info & HAS_LEFT ? readId(reader) : null;
  const right = info & HAS_RIGHT ? readId(reader) : null;
  const beside = left !== null || right !== null;
  const parent = beside ? null : readParent(reader, limits);
  const sub = !beside && info & HAS_SUB ? readName(reader, limits) : null;
  const start = reader.pos;
  const { content, length } = readContent(reader, limits, kind);
  if (reader.pos === start) reader.fail('malformed');
  return { clock, length, item: { left, right, parent, sub, content } };
}

function readId(reader: Reader): Id {
  const client = reader.uint();
  return { client, clock: reader.uint() };
}

function readParent(reader: Reader, limits: GateLimits): { root: string } | Id {
  const says = reader.uint();
  if (says > 1) reader.fail('malformed');
  return says === 1 ? { root: readName(reader, limits) } : readId(reader);
}

function readName(reader: Reader, limits: GateLimits): string {
  const name = reader.text(limits.nameBytes);
  if (!isSafeKey(name, limits.nameBytes)) reader.fail('malformed');
  return name;
}

function readContent(
  reader: Reader,
  limits: GateLimits,
  kind: number,
): { readonly content: Content; readonly length: number } {
  switch (kind) {
    case STRUCT.deleted:
      return { content: DELETED, length: tombstoneLength(reader, limits) };
    case STRUCT.json: {
      const length = reader.count(1);
      for (let i = 0; i < length && !reader.failure; i++) readJson(reader, true);
      return { content: JSON_VALUES, length };
    }
    case STRUCT.binary:
      reader.lengthAndBytes();
      return { content: BINARY, length: 1 };
    case STRUCT.string:
      return { content: STRING, length: reader.text(limits.bytes).length };
    case STRUCT.embed:
      readJson(reader, false);
      return { content: EMBED, length: 1 };
    case STRUCT.format: {
      const key = readName(reader, limits);
      return { content: { is: 'format', key, value: readJson(reader, false) }, length: 1 };
    }
    case STRUCT.type:
      return { content: readType(reader, limits), length: 1 };
    case STRUCT.any: {
      const length = reader.count(1);
      for (let i = 0; i < length && !reader.failure; i++) skipAny(reader);
      return { content: ANY_VALUES, length };
    }
    default:
      // Documents inside documents, and anything that Yjs doesn't know.
      reader.fail('malformed');
      return { content: DELETED, length: 1 };
  }
}

function readJson(reader: Reader, mayBeUndefined: boolean): unknown {
  const json = reader.text(reader.left);
  if (mayBeUndefined && json === 'undefined') return undefined;
  const value = parseSafely(json);
  if (value === undefined) reader.fail('malformed');
  return value;
}

function readType(reader: Reader, limits: GateLimits): Content {
  const type = TYPE_KINDS[reader.uint()];
  if (type === undefined) {
    reader.fail('malformed');
    return DELETED;
  }
  const name = type === 'element' ? readName(reader, limits) : null;
  if (name !== null && !EDITOR_ELEMENTS.has(name)) reader.fail('malformed');
  return { is: 'type', type, name };
}

function tombstoneLength(reader: Reader, limits: GateLimits): number {
  const length = reader.uint();
  if (length > limits.tombstone) reader.fail('malformed');
  return length;
}

function readDeletes(reader: Reader, limits: GateLimits): Map<number, readonly DeletedRange[]> {
  const deletes = new Map<number, readonly DeletedRange[]>();
  const clients = reader.count(2);
  for (let i = 0; i < clients && !reader.failure; i++) {
    const client = reader.uint();
    if (deletes.has(client)) reader.fail('malformed');
    deletes.set(client, readRanges(reader, limits, client));
  }
  return deletes;
}

/** Yjs always writes ranges in order and apart. Ranges that overlap would let few bytes cost much work. */
function readRanges(reader: Reader, limits: GateLimits, client: number): DeletedRange[] {
  const ranges: DeletedRange[] = [];
  const count = reader.count(2);
  let from = 0;
  for (let i = 0; i < count && !reader.failure; i++) {
    const clock = reader.uint();
    const length = reader.uint();
    if (clock < from || length < 1 || clock + length > limits.clock) reader.fail('malformed');
    from = clock + length;
    ranges.push({ client, clock, end: from });
  }
  return ranges;
}

const LEAST_GROUP_BYTES = 5;
const LEAST_STRUCT_BYTES = 2;

const KIND_BITS = 31;
const HAS_SUB = 32;
const HAS_RIGHT = 64;
const HAS_LEFT = 128;

const STRUCT = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  skip: 10,
} as const;

const DELETED: Content = { is: 'deleted' };
const JSON_VALUES: Content = { is: 'json' };
const BINARY: Content = { is: 'binary' };
const STRING: Content = { is: 'string' };
const EMBED: Content = { is: 'embed' };
const ANY_VALUES: Content = { is: 'any' };

/** In the order of Yjs's own numbers; 5 is a hook into a page, which is refused. */
const TYPE_KINDS: readonly (TypeKind | undefined)[] = [
  'array',
  'map',
  'text',
  'element',
  'fragment',
  undefined,
  'xmlText',
];
