import type { Doc, Transaction, YEvent } from 'yjs';
import { XmlElement, type XmlText } from 'yjs';
import type { Thread, WordsNow } from '../../../shared/comments/api.ts';
import { Layout, type Stretch } from '../../../shared/documents/layout.ts';
import { Moves } from '../../../shared/documents/moves/moves.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { textOfRuns } from '../../../shared/documents/runs.ts';
import { textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { findPassage, type PassageNow } from '../../../shared/passages/findPassage.ts';
import { type Later, whenIdle } from '../../ui/whenIdle.ts';

type Child = XmlElement | XmlText;

/** Where the words of a thread were found: in which blocks, so that what is written elsewhere only counts them anew. */
interface Held {
  readonly thread: Thread;
  now: WordsNow;
  first: Child | undefined;
  last: Child | undefined;
}

/** Whoever types has this long to themselves before words are looked for again. */
const LOOK_AFTER_MS = 300;
/** Looking for words never holds the page up for longer. */
const SLICE_MS = 5;

/**
 * Where the words of many threads are in a living document. What the server found counts until they are looked for
 * here, in small pieces while the page is idle. After a change only those threads are looked at again whose blocks were
 * changed; for the others their blocks are only counted anew.
 */
export class ThreadPlaces {
  private readonly held = new Map<string, Held>();
  private readonly changed = new Set<Child>();
  private readonly waiting = new Set<string>();
  private readonly root: XmlElement;
  private readonly moves: Moves;
  private layout: Layout | undefined;
  private order: ReadonlyMap<Child, number> | undefined;
  private later: Later | undefined;

  constructor(
    private readonly doc: Doc,
    private readonly onChange: () => void,
  ) {
    this.root = doc.get(WORDS_ROOT, XmlElement);
    this.moves = new Moves(doc);
    this.root.observeDeep(this.note);
  }

  /** These are the threads now; words that are known already stay where they were found. */
  hold(threads: readonly Thread[]): void {
    const ids = new Set(threads.map(({ id }) => id));
    for (const id of this.held.keys()) if (!ids.has(id)) this.held.delete(id);
    for (const thread of threads) {
      if (!thread.passage) continue;
      const known = this.held.get(thread.id);
      if (known) this.held.set(thread.id, { ...known, thread });
      else {
        this.held.set(thread.id, this.heldAt(thread, thread.passage.now));
        this.waiting.add(thread.id);
      }
    }
    this.soon();
  }

  /** What has become of a thread's words; undefined for one that is about the whole. */
  nowOf(threadId: string): WordsNow | undefined {
    const held = this.held.get(threadId);
    const stretch = this.stretchOf(threadId);
    return held && stretch && 'stretch' in held.now ? { ...held.now, stretch } : held?.now;
  }

  /** Where a thread's words stand, if they do, by the blocks as they are counted at this moment. */
  stretchOf(threadId: string): Stretch | undefined {
    const held = this.held.get(threadId);
    if (!held || !('stretch' in held.now) || !held.first || !held.last) return undefined;
    const { cell, from, to } = held.now.stretch;
    const [first, last] = [this.orderNow().get(held.first), this.orderNow().get(held.last)];
    if (first === undefined || last === undefined) return undefined;
    if (cell) return { cell: { ...cell, table: first }, from, to };
    return { cell, from: { ...from, block: first }, to: { ...to, block: last } };
  }

  destroy(): void {
    this.root.unobserveDeep(this.note);
    this.later?.stop();
    this.moves.destroy();
  }

  private readonly note = (events: readonly YEvent<XmlElement>[], _: Transaction) => {
    for (const { target } of events) {
      const child = this.childAround(target as unknown as Child);
      if (child) this.changed.add(child);
      else this.order = undefined;
    }
    this.layout = undefined;
    this.soon();
  };

  /** The block of the document that a changed part stands in; undefined when the document's own list of blocks changed. */
  private childAround(target: Child): Child | undefined {
    let child: Child | null = target;
    if (child === (this.root as Child)) return undefined;
    while (child && child.parent !== this.root) child = child.parent as Child | null;
    return child ?? undefined;
  }

  private soon(): void {
    this.later ??= whenIdle(LOOK_AFTER_MS, this.look);
  }

  private readonly look = (timeLeft: () => number) => {
    this.later = undefined;
    const began = performance.now();
    this.queueTouched();
    let found = false;
    for (const id of this.waiting) {
      this.waiting.delete(id);
      found = this.find(id) || found;
      if (performance.now() - began > SLICE_MS || timeLeft() <= 0) break;
    }
    if (this.waiting.size > 0) this.later = whenIdle(0, this.look);
    if (found) this.onChange();
  };

  /** Threads whose blocks were written in or are gone, and those whose words could not be found. */
  private queueTouched(): void {
    if (this.changed.size === 0 && this.order) return;
    const order = this.orderNow();
    for (const [id, { now, first, last }] of this.held) {
      const lost = !('stretch' in now) || !first || !last || !order.has(first) || !order.has(last);
      if (lost || this.touches(order, first, last)) this.waiting.add(id);
    }
    this.changed.clear();
  }

  private touches(order: ReadonlyMap<Child, number>, first: Child, last: Child): boolean {
    if (this.changed.has(first) || this.changed.has(last)) return true;
    if (first === last) return false;
    const [from, to] = [order.get(first) ?? 0, order.get(last) ?? 0];
    return [...this.changed].some((child) => {
      const at = order.get(child) ?? -1;
      return from < at && at < to;
    });
  }

  /** Looks for one thread's words. Says whether they are elsewhere, or others, than was known. */
  private find(id: string): boolean {
    const held = this.held.get(id);
    if (!held?.thread.passage) return false;
    const { passage, quote } = held.thread;
    this.layout ??= new Layout(this.doc);
    const now = wordsNow(
      held.thread,
      findPassage(this.layout, this.moves, { ...passage, quote }, passage.hash),
    );
    const before = JSON.stringify(this.nowOf(id));
    this.held.set(id, this.heldAt(held.thread, now));
    return before !== JSON.stringify(this.nowOf(id));
  }

  private heldAt(thread: Thread, now: WordsNow): Held {
    if (!('stretch' in now)) return { thread, now, first: undefined, last: undefined };
    const { cell, from, to } = now.stretch;
    const [first, last] = cell ? [cell.table, cell.table] : [from.block, to.block];
    this.layout ??= new Layout(this.doc);
    const { children } = this.layout.root;
    // A place behind the last block is behind all of it.
    return { thread, now, first: children[first], last: children[last] ?? children.at(-1) };
  }

  private orderNow(): ReadonlyMap<Child, number> {
    if (this.order) return this.order;
    this.layout ??= new Layout(this.doc);
    this.order = new Map(this.layout.root.children.map((child, at) => [child, at]));
    return this.order;
  }
}

/** As the server says it: of a suggestion the form counts too; of a comment what the words say. */
function wordsNow({ kind, quote }: Thread, found: PassageNow): WordsNow {
  switch (found.state) {
    case 'as_agreed':
      return { state: 'as_quoted', stretch: found.stretch };
    case 'changed': {
      const { stretch, blocks } = found;
      const words = textBlocksIn(blocks).map(textOfRuns).join('\n');
      return kind === 'comment' && words === quote
        ? { state: 'as_quoted', stretch }
        : { state: 'changed', stretch, words };
    }
    case 'gone':
      return { state: 'gone' };
    case 'cannot_tell':
      return { state: 'cannot_tell', why: found.why };
  }
}
