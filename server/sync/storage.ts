/** One accepted update on its way into the log. */
export interface NewRow {
  readonly accountId: string | null;
  readonly seatId: string | null;
  /** The Yjs client whose structs the update brings; null when it only deletes, or brings several. */
  readonly clientId: number | null;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** What one window adds to one document: rows that get the numbers after `after`, and clients that are now someone's. */
export interface Batch {
  readonly documentId: string;
  readonly after: number;
  readonly rows: readonly NewRow[];
  readonly claims: readonly Claim[];
}

/** A Yjs client id and the account that it belongs to for good; null belongs to the server alone. */
export interface Claim {
  readonly clientId: number;
  readonly accountId: string | null;
}

/** An edit that the server made itself, as it stands in the log. */
export interface Written {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly claim: Claim;
}

export interface SequencedUpdate {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** A document as bytes: its newest checkpoint, if any, and every update after it, in order. */
export interface StoredDocument {
  readonly checkpoint: SequencedUpdate | undefined;
  readonly tail: readonly SequencedUpdate[];
  /** The newest number in the log; 0 for a document without words. */
  readonly seq: number;
}

/**
 * Where rooms keep their log. Every method is done when it returns; `append` is on the disk.
 * All throw when the storage fails, and then have changed nothing.
 */
export interface SyncStorage {
  read(documentId: string): StoredDocument;
  /** The newest number in the log; 0 for a document without words. */
  newest(documentId: string): number;
  /** At most `limit` updates with a number greater than `after`, in order. */
  tail(documentId: string, after: number, limit: number): readonly SequencedUpdate[];
  claims(documentId: string): readonly Claim[];
  /** Appends all batches, or none of them. A client that is claimed already keeps its first account. */
  append(batches: readonly Batch[]): void;
  /** Replaces the checkpoint: the whole document up to and including `seq`. The log stays as it is. */
  saveCheckpoint(documentId: string, checkpoint: SequencedUpdate, at: number): void;
}
