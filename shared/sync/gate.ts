import type { Container, DocumentView, Place } from './documentView.ts';
import { Effort } from './effort.ts';
import { fits } from './fits.ts';
import { Lists, type Run } from './lists.ts';
import { indexAt } from './ordered.ts';
import { Tidying } from './tidying.ts';
import {
  type ClientStructs,
  type DeletedRange,
  GATE_LIMITS,
  type GateLimits,
  type Id,
  type Item,
  type ParsedUpdate,
  parseUpdate,
  type Struct,
} from './updateStructs.ts';
import type { Refused } from './wire.ts';

export type GateAnswer =
  | {
      readonly ok: true;
      /** The clients that the update brings new structs of: from now on they are the sender's. */
      readonly clients: readonly number[];
      /** False when the document has all of it already, so that nothing need be kept. */
      readonly news: boolean;
      /** True when the document has some of its structs already. Only what is new should be kept and sent on. */
      readonly overlaps: boolean;
      readonly structs: number;
      readonly deletes: number;
      /** What applying it may cost, in units of about ten nanoseconds. */
      readonly effort: number;
    }
  | GateRefusal;

export interface GateRefusal {
  readonly ok: false;
  readonly code: Extract<Refused['code'], 'too_large' | 'unknown_reference' | 'foreign_author' | 'malformed'>;
  /** True when the sender itself can fill what is missing: ask it for its changes since our state vector. */
  readonly gap: boolean;
}

/**
 * Checks one Yjs update (V1) before it is applied, in time linear to its length and within a bound of work.
 *
 * An update that passes can be applied without throwing and leaves nothing pending: everything that it
 * refers to is known or in it, in an order that Yjs can follow, all its new structs are by clients that
 * the sender may write as, what it makes stands where the editor can read it, and applying it is quick.
 */
export function checkUpdate(
  bytes: Uint8Array,
  view: DocumentView,
  limits: GateLimits = GATE_LIMITS,
): GateAnswer {
  const parsed = parseUpdate(bytes, limits);
  if (parsed === 'holes') return refused('unknown_reference', true);
  if (typeof parsed === 'string') return refused(parsed);
  const fresh: number[] = [];
  for (const group of parsed.groups) {
    const state = view.stateOf(group.client);
    if (group.end > state) {
      if (!view.mayWriteAs(group.client)) return refused('foreign_author');
      if (group.clock > state) return refused('unknown_reference', true);
      fresh.push(group.client);
    }
  }
  return new Check(parsed, view, limits).run(fresh);
}

function refused(code: GateRefusal['code'], gap = false): GateRefusal {
  return { ok: false, code, gap };
}

/** A group of structs, and how far the check has come in it. */
interface Walk {
  readonly group: ClientStructs;
  next: number;
  /** The first clock of this client that isn't known, now that the structs before `next` are. */
  state: number;
  readonly base: number;
  readonly placed: Placed[];
  waiting: boolean;
}

interface Placed {
  readonly struct: Struct;
  readonly place: Place | null;
  readonly type: Container | null;
}

/** Follows the structs in the order in which Yjs will integrate them, noting where each one lands. */
class Check {
  private readonly parsed: ParsedUpdate;
  private readonly view: DocumentView;
  private readonly limits: GateLimits;
  private readonly walks = new Map<number, Walk>();
  /** Runs of several values under one name, which must all be deleted by this same update. */
  private readonly doomed: DeletedRange[] = [];
  private readonly effort: Effort;
  private readonly lists: Lists;
  private readonly tidying: Tidying;

  constructor(parsed: ParsedUpdate, view: DocumentView, limits: GateLimits) {
    this.parsed = parsed;
    this.view = view;
    this.limits = limits;
    this.effort = new Effort(limits.effort);
    this.lists = new Lists(view, this.effort);
    this.tidying = new Tidying(view, this.lists, this.effort, (run) => this.whereabouts(run));
    // Yjs begins with the highest client.
    for (const group of [...parsed.groups].sort((a, b) => b.client - a.client)) {
      const base = view.stateOf(group.client);
      this.walks.set(group.client, { group, next: 0, state: base, base, placed: [], waiting: false });
    }
  }

  run(fresh: readonly number[]): GateAnswer {
    for (const walk of this.walks.values()) {
      while (walk.next < walk.group.structs.length) {
        const refusal = this.advance(walk);
        if (refusal) return refusal;
      }
    }
    const deletes = [...this.parsed.deletes.values()].flat();
    const missing = deletes.find((range) => range.end > this.stateOf(range.client));
    if (missing) return this.unknown(missing.client);
    if (!this.doomed.every((range) => this.deletes(range))) return refused('malformed');
    this.tidying.foresee(deletes);
    if (this.effort.over) return refused('too_large');
    return {
      ok: true,
      clients: fresh,
      overlaps: this.parsed.groups.some(({ client, clock }) => clock < this.view.stateOf(client)),
      news: fresh.length > 0 || !deletes.every((range) => this.isDeleted(range)),
      structs: this.parsed.groups.reduce((sum, group) => sum + group.structs.length, 0),
      deletes: deletes.length,
      effort: this.limits.effort - this.effort.left,
    };
  }

  /** Places the next struct of one client, after all those of other clients that it needs. */
  private advance(first: Walk): GateRefusal | null {
    const stack = [first];
    first.waiting = true;
    for (let walk = stack.at(-1); walk; walk = stack.at(-1)) {
      const struct = walk.group.structs[walk.next] as Struct;
      const needed = this.missing(struct, walk.group.client);
      if (needed === null) {
        const refusal = this.settle(walk, struct);
        if (refusal) return refusal;
        walk.waiting = false;
        stack.pop();
        continue;
      }
      const other = this.walks.get(needed);
      // One that waits already is a circle: two structs that each came after the other.
      if (!other || other.waiting || other.next === other.group.structs.length) return this.unknown(needed);
      other.waiting = true;
      stack.push(other);
    }
    return null;
  }

  /** The client of a struct that this one refers to and that isn't known yet; null when all are. */
  private missing({ item, clock }: Struct, client: number): number | null {
    if (item === null) return null;
    const { left, right, parent } = item;
    for (const id of [left, right, parent !== null && 'client' in parent ? parent : null]) {
      if (id === null) continue;
      const known = id.client === client ? clock : this.stateOf(id.client);
      if (id.clock >= known) return id.client;
    }
    return null;
  }

  private settle(walk: Walk, struct: Struct): GateRefusal | null {
    const end = struct.clock + struct.length;
    const placed = this.place(struct);
    if (placed === 'malformed' || standsBesideOne(struct)) return refused('malformed');
    if (struct.clock < walk.base && !this.continues(walk, struct, placed.place)) return refused('malformed');
    if (
      end > walk.base &&
      struct.length > 1 &&
      placed.place?.sub != null &&
      struct.item?.content.is !== 'deleted'
    )
      this.doomed.push({ client: walk.group.client, clock: Math.max(struct.clock, walk.base), end });
    this.lists.add(walk.group.client, struct, placed.place, walk.base);
    if (end > walk.base && struct.item?.content.is === 'format' && placed.place)
      this.tidying.reformat(placed.place.container);
    if (this.effort.over) return refused('too_large');
    walk.next++;
    walk.state = Math.max(walk.state, end);
    walk.placed.push(placed);
    return null;
  }

  private place(struct: Struct): Placed | 'malformed' {
    const { item } = struct;
    const place = item ? this.placeOf(item) : null;
    if (place === 'malformed') return place;
    if (item === null || place === null) return { struct, place: null, type: null };
    if (!fits(item.content, place)) return 'malformed';
    if (item.content.is !== 'type') return { struct, place, type: null };
    const depth = place.container.depth + 1;
    if (depth > this.limits.depth) return 'malformed';
    return { struct, place, type: { kind: item.content.type, depth } };
  }

  /** Where Yjs will put the item; null when what it stands beside or in is gone, and so the item is too. */
  private placeOf({ left, right, parent, sub }: Item): Place | null | 'malformed' {
    const leftPlace = left && this.placeAt(left);
    const rightPlace = right && this.placeAt(right);
    if (left && right && !sameList(leftPlace, rightPlace)) return 'malformed';
    if ((left && !leftPlace) || (right && !rightPlace)) return null;
    if (leftPlace) return leftPlace;
    if (rightPlace) return rightPlace;
    if (parent === null) return 'malformed';
    if ('root' in parent) return { container: this.view.root(parent.root), sub };
    const container = this.typeAt(parent);
    if (container === 'value') return 'malformed';
    return container && { container, sub };
  }

  private placeAt(id: Id): Place | null {
    if (id.clock < this.view.stateOf(id.client)) return this.view.placeAt(id.client, id.clock);
    return this.placedAt(id)?.place ?? null;
  }

  private typeAt(id: Id): Container | 'value' | null {
    if (id.clock < this.view.stateOf(id.client)) return this.view.typeAt(id.client, id.clock);
    const placed = this.placedAt(id);
    if (!placed?.place) return null;
    const is = placed.struct.item?.content.is;
    return placed.type ?? (is === 'deleted' ? null : 'value');
  }

  private whereabouts({ client, clock }: Run): { text: Container | null; type: Container | null } {
    const placed = this.placedAt({ client, clock });
    return { text: placed?.place?.sub === null ? placed.place.container : null, type: placed?.type ?? null };
  }

  private placedAt(id: Id): Placed | undefined {
    const placed = this.walks.get(id.client)?.placed ?? [];
    const found = placed[indexAt(placed, id.clock, ({ struct }) => struct.clock)];
    return found && id.clock < found.struct.clock + found.struct.length ? found : undefined;
  }

  /**
   * A struct whose beginning is known is cut there by Yjs, and its rest put to the right of the known part.
   * Unless both say the same place, that would leave an item in one list that believes it is in another.
   */
  private continues(walk: Walk, struct: Struct, place: Place | null): boolean {
    if (struct.clock + struct.length <= walk.base || place === null) return true;
    const known = this.view.placeAt(walk.group.client, walk.base - 1);
    return known !== null && sameList(known, place);
  }

  private stateOf(client: number): number {
    return this.walks.get(client)?.state ?? this.view.stateOf(client);
  }

  /**
   * Under a name stands one value; of a live run of several, half could be deleted, and Yjs throws on the
   * other half once what holds them goes. Yjs itself joins only values that are deleted, kept for an undo.
   */
  private deletes(run: DeletedRange): boolean {
    const own = this.parsed.deletes.get(run.client) ?? [];
    const range = own[indexAt(own, run.clock, ({ clock }) => clock)];
    return range !== undefined && range.end >= run.end;
  }

  private isDeleted({ client, clock, end }: DeletedRange): boolean {
    return this.view.isDeleted(client, clock, end);
  }

  private unknown(client: number): GateRefusal {
    return refused('unknown_reference', this.view.mayWriteAs(client));
  }
}

/** Neighbours stand in one list, and are deleted with it for good together. */
function sameList(one: Place | null | undefined, other: Place | null | undefined): boolean {
  return one?.container === other?.container && one?.sub === other?.sub;
}

/** Yjs puts an item with the same neighbour on both sides in different places in different copies. */
function standsBesideOne({ item }: Struct): boolean {
  const left = item?.left;
  const right = item?.right;
  return left != null && right != null && left.client === right.client && left.clock === right.clock;
}
