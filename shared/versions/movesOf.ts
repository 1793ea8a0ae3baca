import type { Doc } from 'yjs';
import { liveCopies } from '../documents/moves/followMoves.ts';
import type { Move, Moves } from '../documents/moves/moves.ts';
import { joined, type Span } from '../documents/moves/spans.ts';
import type { BroughtText } from './bringBackText.ts';
import { type Id, keyOf, lettersOf } from './letters.ts';

/** A note with more pieces than this is written as several. */
const MOST_SPANS = 1_000;
const MOST_STEPS = 200;

/**
 * What is to be written down after a version was brought back: which letters the new ones stand for, and, so that nobody
 * takes them for words that died unseen, which went with their blocks.
 */
export function movesOf(
  { now, moves }: { readonly now: Doc; readonly moves: Moves },
  brought: readonly BroughtText[],
  buried: readonly Span[],
): Move[] {
  const told = new Set<string>();
  const originFor = (source: Id): Id | undefined => {
    const roots = rootsOf(moves, source);
    const free = roots.filter(
      (root) => !told.has(keyOf(root)) && liveCopies(now, moves, root.client, root.clock).length === 0,
    );
    for (const root of free) told.add(keyOf(root));
    return free.length === roots.length ? source : free[0];
  };
  const gone = joined(buried);
  return [
    ...brought.flatMap((text) => copiesIn(text, originFor)),
    ...Array.from({ length: Math.ceil(gone.length / MOST_SPANS) }, (_, at) => ({
      from: gone.slice(at * MOST_SPANS, (at + 1) * MOST_SPANS),
      to: undefined,
      tail: false,
    })),
  ];
}

/** What a letter is a copy of in the end. A note may say that several became one. */
function rootsOf(moves: Moves, { client, clock }: Id, depth = 0): Id[] {
  const origins = depth < MOST_STEPS ? moves.originsOf({ client, clock, len: 1 }) : [];
  if (origins.length === 0) return [{ client, clock }];
  return origins.flatMap(({ source }) => rootsOf(moves, source, depth + 1));
}

/** Where another letter stands for the same one already, nothing is told: of two copies one would be taken away. */
function copiesIn({ text, copied }: BroughtText, originFor: (source: Id) => Id | undefined): Move[] {
  const moves: { from: Span[]; to: Span; tail: false }[] = [];
  let last: { from: Span[]; to: Span; tail: false } | undefined;
  lettersOf(text).forEach(({ id }, at) => {
    const copy = copied[at];
    const source = copy && originFor(copy.source);
    if (!source) {
      last = undefined;
      return;
    }
    if (last && isNext(last.to, id) && last.from.length < MOST_SPANS) {
      last.to = { ...last.to, len: last.to.len + 1 };
      addTo(last.from, source);
      return;
    }
    last = { from: [{ ...source, len: 1 }], to: { ...id, len: 1 }, tail: false };
    moves.push(last);
  });
  return moves;
}

function isNext({ client, clock, len }: Span, id: Id): boolean {
  return client === id.client && clock + len === id.clock;
}

function addTo(spans: Span[], id: Id): void {
  const end = spans.at(-1);
  if (end && isNext(end, id)) spans[spans.length - 1] = { ...end, len: end.len + 1 };
  else spans.push({ client: id.client, clock: id.clock, len: 1 });
}
