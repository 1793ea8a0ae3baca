import { isSigned } from '../documents/agreements.ts';
import { newcomersWords as words } from '../messages/en/newcomers.ts';
import { type Refusal, refuse } from '../refusal.ts';

export interface SignedDocument {
  readonly template: string;
  readonly archived: boolean;
  /** The hash of what it says now, and whether that is anything. */
  readonly hash: string;
  readonly isEmpty: boolean;
}

/** Whether someone may sign the words with the hash `read`. Nobody signs other words than the ones that they read. */
export function maySign(document: SignedDocument, read: string): Refusal | undefined {
  if (!isSigned(document.template)) return refuse('conflict', words.notValues);
  if (document.archived) return refuse('conflict', words.archived);
  if (document.isEmpty) return refuse('conflict', words.nothingThere);
  return document.hash === read ? undefined : refuse('conflict', words.changed);
}

export interface Signature {
  readonly memberId: string;
  readonly hash: string;
  readonly at: number;
}

/** One signature for each person: of the words as they are now if they signed those, else their newest. */
export function latestSignatures<S extends Signature>(signatures: readonly S[], hash: string): S[] {
  const best = new Map<string, S>();
  for (const one of signatures) {
    const before = best.get(one.memberId);
    if (!before || (before.hash !== hash && (one.hash === hash || one.at > before.at)))
      best.set(one.memberId, one);
  }
  return [...best.values()].sort((a, b) => a.at - b.at);
}
