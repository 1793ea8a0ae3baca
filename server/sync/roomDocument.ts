import * as Y from 'yjs';
import { docView } from '../../shared/sync/docView.ts';
import { checkUpdate, type GateRefusal } from '../../shared/sync/gate.ts';
import type { GateLimits } from '../../shared/sync/updateStructs.ts';
import type { Claim, SequencedUpdate, SyncStorage, Written } from './storage.ts';
import { applyOnly, buildDoc, piecesOf, stateVectorOf } from './stored.ts';

/** What became of one update: new (then `bytes` is the part that was applied), known already, or refused. */
export type Outcome =
  | { readonly is: 'news'; readonly clients: readonly number[]; readonly bytes: Uint8Array }
  | { readonly is: 'known' }
  | { readonly is: 'refused'; readonly code: GateRefusal['code']; readonly gap: boolean };

interface Live {
  readonly doc: Y.Doc;
  readonly claims: Map<number, string | null>;
  checkpointSeq: number;
  checkpointBytes: number;
  tailBytes: number;
}

/**
 * The words of one room. Cold, they are bytes in the storage, which is enough to open, read and catch up.
 * The first real change builds the live document; going idle lets it go again.
 *
 * `seq` and the live document may be ahead of the storage only between `accept` and `kept` or `lost`,
 * which the window calls without letting anything else run.
 */
export class RoomDocument {
  readonly #documentId: string;
  readonly #storage: SyncStorage;
  readonly #gate: GateLimits;
  readonly #onBadRow: (seq: number, error: unknown) => void;
  readonly #reserved = new Map<number, string>();
  #live: Live | undefined;
  #coldVector: Uint8Array | undefined;
  #seq: number;

  constructor(
    documentId: string,
    storage: SyncStorage,
    gate: GateLimits,
    onBadRow: (seq: number, error: unknown) => void,
  ) {
    this.#documentId = documentId;
    this.#storage = storage;
    this.#gate = gate;
    this.#onBadRow = onBadRow;
    this.#seq = storage.read(documentId).seq;
  }

  get seq(): number {
    return this.#seq;
  }

  get isLive(): boolean {
    return this.#live !== undefined;
  }

  /** Updates and bytes in the log since the last checkpoint; zeros while cold. */
  get sinceCheckpoint(): { readonly rows: number; readonly bytes: number; readonly checkpoint: number } {
    const live = this.#live;
    if (!live) return { rows: 0, bytes: 0, checkpoint: 0 };
    return {
      rows: this.#seq - live.checkpointSeq,
      bytes: live.tailBytes,
      checkpoint: live.checkpointBytes,
    };
  }

  stateVector(): Uint8Array {
    if (this.#live) return Y.encodeStateVector(this.#live.doc);
    this.#coldVector ??= stateVectorOf(this.#storage.read(this.#documentId));
    return this.#coldVector;
  }

  /** What a client with this state vector lacks, in pieces to apply in order. */
  missing(stateVector: Uint8Array): readonly SequencedUpdate[] {
    if (this.#seq === 0) return [];
    if (this.#live) return [{ seq: this.#seq, bytes: Y.encodeStateAsUpdate(this.#live.doc, stateVector) }];
    const pieces = piecesOf(this.#storage.read(this.#documentId));
    if (stateVector.length <= EMPTY_VECTOR_BYTES) return pieces;
    return pieces.map(({ seq, bytes }) => ({ seq, bytes: Y.diffUpdate(bytes, stateVector) }));
  }

  /** Everything after `since`, without looking at the words; undefined when that is too much or not in this log. */
  tail(since: number, limit: number): readonly SequencedUpdate[] | undefined {
    if (since > this.#seq || this.#seq - since > limit) return undefined;
    return since === this.#seq ? [] : this.#storage.tail(this.#documentId, since, limit);
  }

  /** Keeps a client id for an account that is here under it, before it has written anything. */
  reserve(clientId: number, accountId: string): void {
    const claims = this.#live?.claims;
    if (claims?.has(clientId) || this.#reserved.has(clientId)) return;
    this.#reserved.set(clientId, accountId);
  }

  /** Client ids that people are here under, which belong in the storage with the next change. */
  reserved(): readonly Claim[] {
    return [...this.#reserved].map(([clientId, accountId]) => ({ clientId, accountId }));
  }

  /**
   * Runs `work`, in which `accept` may be called, as one change of the live document, and gives that change
   * as one update; undefined when nothing changed.
   */
  change(work: () => void): Uint8Array | undefined {
    const changes: Uint8Array[] = [];
    const { doc } = this.#heat();
    const onUpdate = (update: Uint8Array) => changes.push(update);
    doc.on('update', onUpdate);
    try {
      applyOnly(doc, work);
    } finally {
      doc.off('update', onUpdate);
    }
    // One change makes one update; should Yjs ever make two of it, losing one would lose words.
    return changes.length > 1 ? Y.mergeUpdates(changes) : changes[0];
  }

  /** Checks one update and applies it if it passes. Throws when an update that passed can't be applied. */
  accept(update: Uint8Array, accountId: string): Outcome {
    const { doc, claims } = this.#heat();
    const mayWriteAs = (client: number) => {
      const owner = claims.has(client) ? claims.get(client) : this.#reserved.get(client);
      return owner === undefined || owner === accountId;
    };
    const answer = checkUpdate(update, docView(doc, mayWriteAs), this.#gate);
    if (!answer.ok) return { is: 'refused', code: answer.code, gap: answer.gap };
    if (!answer.news) return { is: 'known' };
    // What is known may be told again in other words, and then copies would differ by which they heard first.
    const bytes = answer.overlaps ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update;
    Y.applyUpdate(doc, bytes);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error('an update passed the gate and left something pending');
    for (const client of answer.clients) claims.set(client, accountId);
    return { is: 'news', clients: answer.clients, bytes };
  }

  /** The storage has the last change: that many more updates of that many bytes. */
  kept(rows: number, bytes: number): void {
    this.#seq += rows;
    for (const [client, account] of this.#reserved)
      if (this.#live && !this.#live.claims.has(client)) this.#live.claims.set(client, account);
    this.#reserved.clear();
    this.#coldVector = undefined;
    if (this.#live) this.#live.tailBytes += bytes;
  }

  /** The server itself has written one more update into the log. */
  wrote({ seq, bytes, claim }: Written): void {
    const live = this.#live;
    if (live && seq === this.#seq + 1) {
      applyOnly(live.doc, () => Y.applyUpdate(live.doc, bytes));
      live.claims.set(claim.clientId, claim.accountId);
      live.tailBytes += bytes.length;
    } else this.lost();
    this.#coldVector = undefined;
    this.#seq = seq;
  }

  /** The storage doesn't have the last change, so neither must anyone see it. */
  lost(): void {
    this.#live?.doc.destroy();
    this.#live = undefined;
    this.#coldVector = undefined;
    this.#seq = this.#newestSeq();
  }

  /** The log may have grown without this room: then the next change must come after that. */
  #newestSeq(): number {
    try {
      return this.#storage.read(this.#documentId).seq;
    } catch {
      return this.#seq;
    }
  }

  /** Saves the whole live document, so that opening it reads less; nothing to do while cold. */
  checkpoint(at: number): void {
    const live = this.#live;
    if (!live || live.checkpointSeq === this.#seq) return;
    const bytes = Y.encodeStateAsUpdate(live.doc);
    this.#storage.saveCheckpoint(this.#documentId, { seq: this.#seq, bytes }, at);
    live.checkpointSeq = this.#seq;
    live.checkpointBytes = bytes.length;
    live.tailBytes = 0;
  }

  /** Lets the live document go. */
  cool(): void {
    if (!this.#live) return;
    this.#coldVector = Y.encodeStateVector(this.#live.doc);
    this.#live.doc.destroy();
    this.#live = undefined;
  }

  /** Builds the live document if it isn't there. Throws when the storage can't be read. */
  heat(): void {
    this.#heat();
  }

  #heat(): Live {
    if (this.#live) return this.#live;
    const stored = this.#storage.read(this.#documentId);
    this.#live = {
      doc: buildDoc(stored, this.#onBadRow),
      claims: new Map(
        this.#storage.claims(this.#documentId).map(({ clientId, accountId }) => [clientId, accountId]),
      ),
      checkpointSeq: stored.checkpoint?.seq ?? 0,
      checkpointBytes: stored.checkpoint?.bytes.length ?? 0,
      tailBytes: stored.tail.reduce((sum, { bytes }) => sum + bytes.length, 0),
    };
    return this.#live;
  }
}

const EMPTY_VECTOR_BYTES = 1;
