import type { Id, TypeKind } from './updateStructs.ts';

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

/** A run of items of one client as the document has it, in its list. The same run is always the same object. */
export interface KnownRun {
  readonly id: Id;
  readonly length: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  readonly left: KnownRun | null;
  readonly right: KnownRun | null;
  readonly deleted: boolean;
  readonly countable: boolean;
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
  /** The run that a known clock is in; null when only a tombstone is left of it. */
  runAt(client: number, clock: number): KnownRun | null;
  /** The runs of a known range that aren't deleted, the first and last of which may reach beyond it. */
  liveRuns(client: number, clock: number, end: number): Iterable<KnownRun>;
  /** How many structs this client has after the one that a known clock is in. */
  structsAfter(client: number, clock: number): number;
  /** The first run of a list, or the newest under a name. */
  headOf(container: Container, sub: string | null): KnownRun | null;
  /** Whether a text ever had formats. */
  hasFormats(text: Container): boolean;
  placeOf(run: KnownRun): Place;
  contentOf(run: KnownRun): KnownContent;
}

export type KnownContent =
  | { readonly is: 'values' | 'other' }
  | { readonly is: 'format'; readonly key: string; readonly value: unknown }
  | { readonly is: 'type'; readonly type: Container };
