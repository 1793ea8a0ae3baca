import { SIDES, type Side } from '../../../shared/partnerships/sides.ts';
import type { CaretPosition, StampedPresence } from '../../../shared/sync/presence.ts';

/** One person who has the document open, in one or more tabs. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
  readonly seat: string | null;
  readonly side: Side | null;
  readonly isMe: boolean;
  readonly quiet: boolean;
  /** Their tab that was last seen with a caret; null while they write in none. */
  readonly client: number | null;
}

/** A caret to draw: whose, and where its words are. */
export interface PeerCaret {
  readonly client: number;
  readonly personId: string;
  readonly name: string;
  readonly side: Side | null;
  readonly anchor: CaretPosition;
  readonly focus: CaretPosition;
}

type States = ReadonlyMap<number, unknown>;

/**
 * Who is here, each person once however many tabs they have: me first, then by side in the order in
 * which sides are always listed, then by name. Presence that the server has not stamped is nobody's.
 */
export function peopleHere(states: States, myId: string): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const [client, state] of stamped(states)) {
    const { id, name, seat, side } = state.user;
    const before = people.get(id);
    people.set(id, {
      id,
      name,
      seat,
      side,
      isMe: id === myId,
      quiet: state.quiet && (before?.quiet ?? true),
      client: state.anchorPos ? client : (before?.client ?? null),
    });
  }
  return [...people.values()].sort(
    (a, b) =>
      Number(b.isMe) - Number(a.isMe) ||
      sideOrder(a.side) - sideOrder(b.side) ||
      a.name.localeCompare(b.name),
  );
}

/** The carets of everyone else, at most `most` of them. */
export function peerCarets(states: States, myId: string, myClient: number, most: number): PeerCaret[] {
  return stamped(states)
    .flatMap(([client, { user, anchorPos, focusPos, quiet }]) =>
      client === myClient || user.id === myId || quiet || !anchorPos || !focusPos
        ? []
        : [
            {
              client,
              personId: user.id,
              name: user.name,
              side: user.side,
              anchor: anchorPos,
              focus: focusPos,
            },
          ],
    )
    .slice(0, most);
}

function stamped(states: States): (readonly [number, StampedPresence])[] {
  return [...states].filter((entry): entry is [number, StampedPresence] => isStamped(entry[1]));
}

function isStamped(state: unknown): state is StampedPresence {
  if (typeof state !== 'object' || state === null || !('user' in state)) return false;
  const { user } = state;
  return typeof user === 'object' && user !== null && 'id' in user && 'name' in user;
}

function sideOrder(side: Side | null): number {
  return side === null ? SIDES.length : SIDES.indexOf(side);
}

/** Who came and who left between two moments, by name; oneself and a change of tab are no news. */
export function comings(
  before: readonly PersonHere[],
  now: readonly PersonHere[],
): { readonly came: readonly string[]; readonly left: readonly string[] } {
  const missing = (these: readonly PersonHere[], those: readonly PersonHere[]) =>
    these.filter((one) => !one.isMe && !those.some((other) => other.id === one.id)).map((one) => one.name);
  return { came: missing(now, before), left: missing(before, now) };
}
