import type { TypeKind } from './updateStructs.ts';

/** A shared type that items stand in. The same type is always the same object. */
export interface Container {
  /** `open` is a root that nothing has used as one kind yet. */
  readonly kind: TypeKind | 'editorRoot' | 'open';
  /** How many types it stands inside: 0 for a root. */
  readonly depth: number;
}

export interface Place {
  readonly container: Container;
  readonly sub: string | null;
}

/** What the gate asks about the document that an update is for. */
export interface DocumentView {
  /** The first clock of this client that the document doesn't have; 0 when it has none. */
  stateOf(client: number): number;
  /** Whether the sender may write as this client: one of theirs, or one that nobody has claimed. */
  mayWriteAs(client: number): boolean;
  /** Where a known struct stands; null when only a tombstone is left of it. */
  placeAt(client: number, clock: number): Place | null;
  /** The type that a known struct is; null when it is deleted for good, `value` when it is no type. */
  typeAt(client: number, clock: number): Container | 'value' | null;
  root(name: string): Container;
  /** Whether all of a known range is deleted already. */
  isDeleted(client: number, clock: number, end: number): boolean;
}
