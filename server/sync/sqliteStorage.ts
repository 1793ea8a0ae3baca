import type { Db } from '../../db/open.ts';
import type { Batch, Claim, SequencedUpdate, SyncStorage } from './storage.ts';

/**
 * The log in SQLite. Statements are prepared once and run without the query builder: this is the one
 * table that is written at every keystroke.
 */
export function sqliteStorage({ raw }: Pick<Db, 'raw'>): SyncStorage {
  const newest = raw
    .prepare<[string], number>('select seq from sync_update where document_id = ? order by seq desc limit 1')
    .pluck();
  const checkpointOf = raw.prepare<[string], SequencedUpdate>(
    'select seq, bytes from sync_checkpoint where document_id = ?',
  );
  const updatesAfter = raw.prepare<[string, number, number], SequencedUpdate>(
    'select seq, bytes from sync_update where document_id = ? and seq > ? order by seq limit ?',
  );
  const claimsOf = raw.prepare<[string], Claim>(
    'select client_id as clientId, account_id as accountId from sync_client where document_id = ?',
  );
  const addRow = raw.prepare(
    'insert into sync_update (document_id, seq, account_id, seat_id, client_id, at, bytes) values (?, ?, ?, ?, ?, ?, ?)',
  );
  const addClaim = raw.prepare(
    'insert into sync_client (document_id, client_id, account_id) values (?, ?, ?) on conflict do nothing',
  );
  const putCheckpoint = raw.prepare(
    `insert into sync_checkpoint (document_id, seq, at, bytes) values (?, ?, ?, ?)
     on conflict (document_id) do update set seq = excluded.seq, at = excluded.at, bytes = excluded.bytes
     where excluded.seq >= sync_checkpoint.seq`,
  );
  const read = raw.transaction((documentId: string) => {
    const checkpoint = checkpointOf.get(documentId);
    const tail = updatesAfter.all(documentId, checkpoint?.seq ?? 0, NO_LIMIT);
    return { checkpoint, tail, seq: tail.at(-1)?.seq ?? newest.get(documentId) ?? 0 };
  });
  const append = raw.transaction((batches: readonly Batch[]) => {
    for (const { documentId, after, rows, claims } of batches) {
      let seq = after;
      for (const row of rows)
        addRow.run(documentId, ++seq, row.accountId, row.seatId, row.clientId, row.at, row.bytes);
      for (const { clientId, accountId } of claims) addClaim.run(documentId, clientId, accountId);
    }
  });
  return {
    read: (documentId) => read(documentId),
    newest: (documentId) => newest.get(documentId) ?? 0,
    tail: (documentId, after, limit) => updatesAfter.all(documentId, after, limit),
    claims: (documentId) => claimsOf.all(documentId),
    append: (batches) => append.immediate(batches),
    saveCheckpoint(documentId, { seq, bytes }, at) {
      putCheckpoint.run(documentId, seq, at, bytes);
    },
  };
}

const NO_LIMIT = -1;

/** A question to ask now and then: has another process written to the database since it was asked last? */
export function changedElsewhere({ raw }: Pick<Db, 'raw'>): () => boolean {
  const version = () => raw.pragma('data_version', { simple: true });
  let seen = version();
  return () => {
    const before = seen;
    seen = version();
    return seen !== before;
  };
}
