import type { Container, DocumentView, KnownRun, Place } from './documentView.ts';
import { COST, type Effort } from './effort.ts';
import { indexAt } from './ordered.ts';
import type { Content, Id, Struct } from './updateStructs.ts';

/** A run of items in a list: one of the document, a part of one, or one that the update brings. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  end: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** Undefined while it is what the document says. */
  right: Run | null | undefined;
  readonly known: KnownRun | null;
  readonly content: Content | null;
  /** The last search that passed over it, and the last one that could still turn back before it. */
  passed: number;
  open: number;
}

interface List {
  first: Run | null;
  length: number;
}

/**
 * The lists that an update puts items into, as Yjs will have them, without touching the document. Finding
 * an item's place among others that were put at the same spot is where Yjs can spend the square of what it
 * was sent, so the same search is made here, and paid for step by step.
 */
export class Lists {
  private readonly view: DocumentView;
  private readonly effort: Effort;
  private readonly pieces = new Map<KnownRun, Run[]>();
  private readonly fresh = new Map<number, Run[]>();
  private readonly lists = new Map<Container, Map<string | null, List>>();
  /** Deletes come in order, so that what they cut never lies after what they cut next: only these count. */
  private readonly cuts = new Map<number, number>();
  private readonly values = new Map<number, number>();
  private search = 0;
  private turn = 0;

  constructor(view: DocumentView, effort: Effort) {
    this.view = view;
    this.effort = effort;
  }

  /** Puts what is new of a struct where Yjs will put it. `base` is the client's first new clock. */
  add(client: number, { item, clock, length }: Struct, place: Place | null, base: number): void {
    const end = clock + length;
    if (item === null || end <= base) return;
    const origin = clock < base ? { client, clock: base - 1 } : item.left;
    const left = origin && this.endingWith(origin);
    const right = item.right && this.beginningWith(item.right);
    if (place === null) return;
    const run: Run = {
      client,
      clock: Math.max(clock, base),
      end,
      origin,
      rightOrigin: item.right,
      right: null,
      known: null,
      content: item.content,
      passed: 0,
      open: 0,
    };
    if (place.sub === null) this.payForJoining(run);
    this.link(run, left, right, this.list(place));
    const runs = this.fresh.get(client);
    if (runs) runs.push(run);
    else this.fresh.set(client, [run]);
  }

  /** Whether the update puts anything into a list. */
  touches(container: Container): boolean {
    return this.lists.get(container)?.has(null) ?? false;
  }

  /** The runs of a list, in order, as they will be. */
  *runs(container: Container): Iterable<Run> {
    const list = this.list({ container, sub: null });
    for (let run = list.first; run !== null; run = this.rightOf(run)) yield run;
  }

  /** The new runs of a client that a range touches. */
  *freshRuns(client: number, clock: number, end: number): Iterable<Run> {
    const runs = this.fresh.get(client) ?? [];
    for (let i = Math.max(0, indexAt(runs, clock, clockOf)); i < runs.length; i++) {
      const run = runs[i] as Run;
      if (run.clock >= end) return;
      if (run.end > clock) yield run;
    }
  }

  /** Cuts the run that a deleted range begins or ends in, unless it is gone already. */
  cutToDelete(client: number, clock: number): void {
    const run = this.reach(client, clock);
    if (run === null || run.clock === clock) return;
    if (run.known?.deleted || run.content?.is === 'deleted') return;
    this.cut(run, clock);
  }

  /** How many structs at most Yjs moves aside when it cuts the one that this clock is in. */
  structsAfter(client: number, clock: number): number {
    const runs = this.fresh.get(client) ?? [];
    if (clock >= this.view.stateOf(client)) return runs.length - indexAt(runs, clock, clockOf);
    return this.view.structsAfter(client, clock) + runs.length + (this.cuts.get(client) ?? 0);
  }

  private link(run: Run, left: Run | null, right: Run | null, list: List): void {
    const stands = left === null ? right !== null && right === list.first : this.rightOf(left) === right;
    const after = stands ? left : this.seek(run, left, right, list);
    if (after === null) {
      run.right = list.first;
      list.first = run;
    } else {
      run.right = this.rightOf(after);
      after.right = run;
    }
    list.length++;
  }

  /** Yjs's own rule of who stands first, told in its words: the run after which this one goes. */
  private seek(run: Run, left: Run | null, right: Run | null, list: List): Run | null {
    const search = ++this.search;
    let turn = ++this.turn;
    let after = left;
    let other = left === null ? list.first : this.rightOf(left);
    while (other !== null && other !== right && !this.effort.over) {
      this.effort.spend(COST.placing);
      other.passed = search;
      other.open = turn;
      if (sameId(run.origin, other.origin)) {
        if (other.client < run.client) {
          after = other;
          turn = ++this.turn;
        } else if (sameId(run.rightOrigin, other.rightOrigin)) break;
      } else {
        this.effort.spend(COST.lookup);
        const origin = other.origin && this.find(other.origin);
        if (origin?.passed !== search) break;
        if (origin.open !== turn) {
          after = other;
          turn = ++this.turn;
        }
      }
      other = this.rightOf(other);
    }
    return after;
  }

  private list({ container, sub }: Place): List {
    let bySub = this.lists.get(container);
    if (!bySub) {
      bySub = new Map();
      this.lists.set(container, bySub);
    }
    let list = bySub.get(sub);
    if (!list) {
      list = this.knownList(container, sub);
      bySub.set(sub, list);
    }
    // Yjs knows only the newest under a name, and goes back from it each time to find the oldest.
    if (sub !== null) this.effort.spend(COST.older * list.length);
    return list;
  }

  private knownList(container: Container, sub: string | null): List {
    let head = this.view.headOf(container, sub);
    let length = 0;
    while (sub !== null && head?.left && !this.effort.over) {
      head = head.left;
      length++;
      this.effort.spend(COST.older);
    }
    return { first: head && this.firstPiece(head), length };
  }

  private endingWith({ client, clock }: Id): Run | null {
    const run = this.reach(client, clock);
    if (run && clock + 1 < run.end) this.cutForNew(run, clock + 1);
    return run;
  }

  private beginningWith({ client, clock }: Id): Run | null {
    const run = this.reach(client, clock);
    return run && run.clock < clock ? this.cutForNew(run, clock) : run;
  }

  private cutForNew(run: Run, clock: number): Run {
    this.cuts.set(run.client, (this.cuts.get(run.client) ?? 0) + 1);
    return this.cut(run, clock);
  }

  private cut(run: Run, clock: number): Run {
    this.effort.spend(COST.split + COST.slot * this.structsAfter(run.client, run.clock));
    const rest: Run = { ...run, clock, origin: { client: run.client, clock: clock - 1 } };
    if (this.holdsValues(run)) this.effort.spend(COST.value * (run.end - run.clock));
    run.end = clock;
    run.right = rest;
    const siblings = (run.known ? this.pieces.get(run.known) : this.fresh.get(run.client)) as Run[];
    siblings.splice(indexAt(siblings, clock, clockOf) + 1, 0, rest);
    return rest;
  }

  /** Values that come one after the other become one run, each time copying all that were joined before. */
  private payForJoining(run: Run): void {
    if (!this.holdsValues(run)) return;
    const values = (this.values.get(run.client) ?? 0) + run.end - run.clock;
    this.values.set(run.client, values);
    this.effort.spend(COST.value * values);
  }

  private holdsValues(run: Run): boolean {
    if (run.known) return this.view.contentOf(run.known).is === 'values';
    return run.content?.is === 'any' || run.content?.is === 'json';
  }

  private reach(client: number, clock: number): Run | null {
    const known = clock < this.view.stateOf(client) ? this.view.runAt(client, clock) : null;
    if (known) this.firstPiece(known);
    return this.find({ client, clock });
  }

  /** The run that holds a clock; null if this update has had nothing to do with it. */
  private find({ client, clock }: Id): Run | null {
    const known = clock < this.view.stateOf(client) ? this.view.runAt(client, clock) : null;
    const runs = known ? this.pieces.get(known) : this.fresh.get(client);
    const run = runs?.[indexAt(runs, clock, clockOf)];
    return run && clock < run.end ? run : null;
  }

  private rightOf(run: Run): Run | null {
    if (run.right === undefined) run.right = run.known?.right ? this.firstPiece(run.known.right) : null;
    return run.right;
  }

  private firstPiece(known: KnownRun): Run {
    const pieces = this.pieces.get(known);
    if (pieces) return pieces[0] as Run;
    const { id, length, origin, rightOrigin } = known;
    const { client, clock } = id;
    const run: Run = {
      client,
      clock,
      end: clock + length,
      origin,
      rightOrigin,
      right: undefined,
      known,
      content: null,
      passed: 0,
      open: 0,
    };
    this.pieces.set(known, [run]);
    return run;
  }
}

function clockOf({ clock }: Run): number {
  return clock;
}

function sameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
