/**
 * A document's words, as the rest of the server sees them. The sync engine keeps them; documents,
 * the reading view and the example only start them and read them.
 */
export interface DocumentContent {
  /** Gives a new document its first words. The Yjs V1 update must be the document's whole content. */
  start(documentId: string, update: Uint8Array): void;
  /** The whole document as one Yjs V1 update, everything acknowledged included; undefined if it has no words. */
  read(documentId: string): Promise<Uint8Array | undefined>;
  /** A number that grows with every change of the document, 0 while it has no words: cheap to ask. */
  newest(documentId: string): number;
}
