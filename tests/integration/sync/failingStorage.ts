import type { Batch, SequencedUpdate, SyncStorage } from '../../../server/sync/storage.ts';

/** Any storage, with a switch that makes its writes fail as a full disk does. */
export class FailingStorage implements SyncStorage {
  broken = false;
  readonly #inner: SyncStorage;

  constructor(inner: SyncStorage) {
    this.#inner = inner;
  }

  read(documentId: string) {
    return this.#inner.read(documentId);
  }

  newest(documentId: string) {
    return this.#inner.newest(documentId);
  }

  tail(documentId: string, after: number, limit: number) {
    return this.#inner.tail(documentId, after, limit);
  }

  claims(documentId: string) {
    return this.#inner.claims(documentId);
  }

  append(batches: readonly Batch[]): void {
    this.#mayFail();
    this.#inner.append(batches);
  }

  saveCheckpoint(documentId: string, checkpoint: SequencedUpdate, at: number): void {
    this.#mayFail();
    this.#inner.saveCheckpoint(documentId, checkpoint, at);
  }

  #mayFail(): void {
    if (this.broken) throw new Error('database or disk is full');
  }
}
