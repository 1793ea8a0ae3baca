import { fromBase64 } from 'lib0/buffer';
import { applyUpdate, Doc } from 'yjs';
import { Moves } from '../../shared/documents/moves/moves.ts';
import { bringBack, type Difference, differenceOf, knowsAll } from '../../shared/versions/bringBack.ts';
import type { EditorParts } from '../editor/passages/EditorParts.ts';

/** The document as it was, from what the server gave. Destroy it after use. */
export function documentThen(state: string): Doc {
  const then = new Doc();
  applyUpdate(then, fromBase64(state));
  return then;
}

/** What bringing it back would do on this page; undefined while the page has not all that it was made of. */
export function whatComes({ opened }: EditorParts, then: Doc): Difference | undefined {
  if (!knowsAll({ earlier: then, now: opened.doc })) return undefined;
  const moves = new Moves(opened.doc);
  try {
    return differenceOf({ earlier: then, now: opened.doc, moves });
  } finally {
    moves.destroy();
  }
}

/** Brings it back as an edit of this page; the answer takes that back, if nothing else was done here since. */
export function bringItBack({ opened, tie }: EditorParts, then: Doc): (() => boolean) | undefined {
  return tie?.changeWhole((moves) => bringBack({ earlier: then, now: opened.doc, moves }));
}
