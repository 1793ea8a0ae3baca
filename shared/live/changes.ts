/** What a page can be told has changed. Never what it says now: the page asks for that as it always does. */
export const CHANGE_KINDS = ['decision', 'rule', 'value', 'behaviour', 'asking', 'thread', 'notice'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
}

/** Who listens, as far as it decides what they may hear of. */
export interface Hearer {
  readonly id: string;
  readonly roles: readonly string[];
  readonly seats: readonly { readonly id: string }[];
}

/** The first thing on a stream: whatever happened before it was not told. */
export const HELLO = 'hello';
export const CHANGED = 'changed';

/** What came over the network as a change; undefined when this version knows no such thing. */
export function readChange(data: string): Change | undefined {
  try {
    const { kind, id } = JSON.parse(data) as Partial<Record<keyof Change, unknown>>;
    return isKind(kind) && typeof id === 'string' ? { kind, id } : undefined;
  } catch {
    return undefined;
  }
}

function isKind(kind: unknown): kind is ChangeKind {
  return (CHANGE_KINDS as readonly unknown[]).includes(kind);
}
