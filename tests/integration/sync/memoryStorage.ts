import type { Batch, Claim, NewRow, SequencedUpdate, SyncStorage } from '../../../server/sync/storage.ts';

interface Kept {
  readonly rows: (NewRow & SequencedUpdate)[];
  readonly claims: Map<number, string | null>;
  checkpoint: SequencedUpdate | undefined;
}

/** The storage port in memory, which can be told to fail as a full disk does. */
export class MemoryStorage implements SyncStorage {
  readonly documents = new Map<string, Kept>();
  broken = false;
  unreadable = false;
  appends = 0;

  read(documentId: string) {
    if (this.unreadable) throw new Error('disk I/O error');
    const { rows, checkpoint } = this.of(documentId);
    const tail = rows.filter(({ seq }) => seq > (checkpoint?.seq ?? 0));
    return { checkpoint, tail, seq: rows.length };
  }

  newest(documentId: string) {
    return this.of(documentId).rows.length;
  }

  tail(documentId: string, after: number, limit: number) {
    return this.of(documentId).rows.slice(after, after + limit);
  }

  claims(documentId: string): Claim[] {
    return [...this.of(documentId).claims].map(([clientId, accountId]) => ({ clientId, accountId }));
  }

  append(batches: readonly Batch[]): void {
    if (this.broken) throw new Error('database or disk is full');
    for (const { documentId, after } of batches)
      if (this.of(documentId).rows.length !== after) throw new Error('the numbers must follow on');
    this.appends++;
    for (const { documentId, rows, claims } of batches) {
      const kept = this.of(documentId);
      for (const row of rows) kept.rows.push({ ...row, seq: kept.rows.length + 1 });
      for (const { clientId, accountId } of claims)
        if (!kept.claims.has(clientId)) kept.claims.set(clientId, accountId);
    }
  }

  saveCheckpoint(documentId: string, checkpoint: SequencedUpdate): void {
    if (this.broken) throw new Error('database or disk is full');
    const kept = this.of(documentId);
    if (checkpoint.seq >= (kept.checkpoint?.seq ?? 0)) kept.checkpoint = checkpoint;
  }

  of(documentId: string): Kept {
    const found = this.documents.get(documentId);
    if (found) return found;
    const made: Kept = { rows: [], claims: new Map(), checkpoint: undefined };
    this.documents.set(documentId, made);
    return made;
  }
}
