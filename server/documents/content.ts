import type { Doc } from 'yjs';
import type { AfterCommit } from '../../db/transact.ts';

/** Whose edit it is in the log, and for which seat. */
export interface EditAuthor {
  readonly accountId: string;
  readonly seatId: string | null;
}

/**
 * A document's words, as the rest of the server sees them. The sync engine keeps them; documents,
 * the reading view and the example only start them and read them.
 */
export interface DocumentContent {
  /** Gives a new document its first words. The Yjs V1 update must be the document's whole content. */
  start(documentId: string, update: Uint8Array): void;
  /** The whole document as one Yjs V1 update, everything acknowledged included; undefined if it has no words. */
  read(documentId: string): Promise<Uint8Array | undefined>;
  /**
   * Changes a document's words as an edit of one person, in the caller's transaction: `work` is given the document as
   * it is at this moment, changes it, and its answer is handed on. It stands in the log when the transaction is on the
   * disk, and is sent to every open page then.
   */
  edit<T>(afterCommit: AfterCommit, documentId: string, author: EditAuthor, work: (doc: Doc) => T): T;
  /** A number that grows with every change of the document, 0 while it has no words: cheap to ask. */
  newest(documentId: string): number;
}
