import type { Side } from '../partnerships/sides.ts';
import { ByteReader } from './byteReader.ts';
import { EDITOR_ROOT } from './editorNames.ts';
import { parseSafely } from './safeValues.ts';
import type { Refused } from './wire.ts';

/** How many bytes one person's presence may take, and how far its clock may ever go. */
export const MAX_PRESENCE_BYTES = 4096;
export const MAX_PRESENCE_CLOCK = 2 ** 32 - 1;

type PresenceState = Readonly<Record<string, unknown>>;

export type PresenceAnswer =
  | {
      readonly ok: true;
      readonly client: number;
      readonly clock: number;
      /** null when the person leaves. */
      readonly state: PresenceState | null;
    }
  | {
      readonly ok: false;
      readonly code: Extract<Refused['code'], 'too_large' | 'foreign_author' | 'malformed'>;
    };

/**
 * Checks what one connection says of its presence: one client, always the same one.
 *
 * `boundClient` is the client that this connection has spoken for before; the first claim binds.
 * `foreign_author` is for anything about other clients, alone or together. It changes nothing but is no
 * offence: a stock client repeats what it heard of others.
 */
export function checkPresence(
  bytes: Uint8Array,
  { boundClient }: { readonly boundClient?: number | undefined } = {},
): PresenceAnswer {
  const reader = new ByteReader<never>(bytes);
  if (reader.count(3) > 1) return { ok: false, code: 'foreign_author' };
  const client = reader.uint();
  const clock = reader.uint();
  const json = reader.left > MAX_PRESENCE_BYTES ? null : reader.text(MAX_PRESENCE_BYTES);
  if (reader.failure) return MALFORMED;
  if (boundClient !== undefined && client !== boundClient) return { ok: false, code: 'foreign_author' };
  if (json === null) return { ok: false, code: 'too_large' };
  const state = parseSafely(json);
  if (reader.left > 0 || clock > MAX_PRESENCE_CLOCK || !isState(state)) return MALFORMED;
  return { ok: true, client, clock, state };
}

const MALFORMED: PresenceAnswer = { ok: false, code: 'malformed' };

function isState(value: unknown): value is PresenceState | null {
  return typeof value === 'object' && !Array.isArray(value);
}

/** What the server knows of the person behind a connection. */
export interface Present {
  readonly id: string;
  readonly name: string;
  /** The name of the seat they are here for; null for those who hold none. */
  readonly seat: string | null;
  readonly side: Side | null;
  readonly color: string;
}

/** A place in the document, as Yjs writes relative positions. */
export interface CaretPosition {
  readonly type: { readonly client: number; readonly clock: number } | null;
  readonly tname: string | null;
  readonly item: { readonly client: number; readonly clock: number } | null;
  readonly assoc: number;
}

export interface StampedPresence {
  readonly anchorPos: CaretPosition | null;
  readonly focusPos: CaretPosition | null;
  readonly focusing: boolean;
  readonly quiet: boolean;
  readonly name: string;
  readonly color: string;
  readonly user: Omit<Present, 'color'>;
  /** Always empty; the editor's binding expects it. */
  readonly awarenessData: Readonly<Record<string, never>>;
}

/**
 * What others get to see of someone's presence: where they are, from themselves, and who they are, from
 * the server. Nothing else of what they sent is passed on, and a position that isn't one becomes null,
 * because a broken one throws in the browsers of all who draw it.
 */
export function stampPresence(state: PresenceState, who: Present): StampedPresence {
  const { id, name, seat, side, color } = who;
  return {
    anchorPos: caretPosition(state.anchorPos),
    focusPos: caretPosition(state.focusPos),
    focusing: state.focusing === true,
    quiet: state.quiet === true,
    name,
    color,
    user: { id, name, seat, side },
    awarenessData: {},
  };
}

function caretPosition(value: unknown): CaretPosition | null {
  if (!isRecord(value)) return null;
  const type = structId(value.type);
  const item = structId(value.item);
  const tname = value.tname === EDITOR_ROOT ? EDITOR_ROOT : null;
  if (type === null && item === null && tname === null) return null;
  return { type, tname, item, assoc: typeof value.assoc === 'number' && value.assoc < 0 ? -1 : 0 };
}

function structId(value: unknown): { client: number; clock: number } | null {
  if (!isRecord(value)) return null;
  const { client, clock } = value;
  return isWhole(client) && isWhole(clock) ? { client, clock } : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
