import type { Logger } from 'pino';
import type { Queued } from './changeQueue.ts';
import type { Connection } from './connection.ts';
import type { Outcome, RoomDocument } from './roomDocument.ts';
import type { Batch, Claim, NewRow } from './storage.ts';
import type { Timing } from './timing.ts';

/** What became of one frame, in the order in which its connection sent it. */
export interface Settled {
  readonly from: Connection;
  readonly frame: number;
  readonly outcome: Outcome | OwnRefusal;
}

interface OwnRefusal {
  readonly is: 'refused';
  readonly code: 'read_only' | 'malformed' | 'storage';
  readonly gap: boolean;
}

/** Changes that were tried on the live document: what to write, and what to tell if that succeeds. */
export interface Trial {
  readonly taken: readonly Queued[];
  readonly settled: readonly Settled[];
  /** The whole change as one update; undefined when nothing changed. */
  readonly merged: Uint8Array | undefined;
  readonly batch: Batch;
}

export interface TrialHost {
  readonly documentId: string;
  readonly document: RoomDocument;
  readonly timing: Timing;
  readonly log: Logger;
  readonly now: () => number;
}

interface Collected {
  readonly taken: Queued[];
  readonly settled: Settled[];
  readonly rows: NewRow[];
  readonly claims: Map<number, Claim>;
}

/**
 * Tries queued changes on the live document, in order, until `deadline` (the first one always). Throws when
 * the document can't be read.
 *
 * A change that passes the gate can be applied. Should one not, that is a mistake of ours: the document
 * is built anew from the log without it, and everybody else's changes go on.
 */
export function tryChanges(
  host: TrialHost,
  queued: readonly Queued[],
  deadline: number,
  poison: ReadonlySet<Queued> = new Set(),
): Trial {
  const { document, documentId, log, timing } = host;
  const claims = new Map(document.reserved().map((claim) => [claim.clientId, claim]));
  const collected: Collected = { taken: [], settled: [], rows: [], claims };
  let culprits: readonly Queued[] = [];
  const work = () => {
    for (const one of queued) {
      if (collected.taken.length > 0 && timing.elapsed() >= deadline) return;
      collected.taken.push(one);
      try {
        take(host, one, poison.has(one), collected);
      } catch (error) {
        log.error({ err: error, documentId }, 'sync.apply');
        culprits = [one];
        return;
      }
    }
  };
  let merged: Uint8Array | undefined;
  if (queued.every(needsNoDocument)) work();
  else {
    document.heat();
    try {
      merged = document.change(work);
    } catch (error) {
      log.error({ err: error, documentId }, 'sync.change');
      culprits = collected.taken;
    }
  }
  if (culprits.length > 0) {
    document.lost();
    return tryChanges(host, queued, deadline, new Set([...poison, ...culprits]));
  }
  const { taken, settled, rows } = collected;
  const batch = { documentId, after: document.seq, rows, claims: [...claims.values()] };
  return { taken, settled, merged, batch };
}

function take(host: TrialHost, queued: Queued, isPoison: boolean, into: Collected): void {
  const { from, frame, bytes } = queued;
  const outcome = isPoison ? POISON : judge(host, from, bytes);
  into.settled.push({ from, frame, outcome });
  if (outcome.is !== 'news') return;
  into.rows.push(rowOf(from, outcome, host.now()));
  const { accountId } = from;
  for (const clientId of outcome.clients) into.claims.set(clientId, { clientId, accountId });
}

function judge(
  { document, timing }: TrialHost,
  from: Connection,
  bytes: Uint8Array | undefined,
): Settled['outcome'] {
  if (from.readOnly(true)) return READ_ONLY;
  if (!bytes) return NO_ROOM;
  if (isEmpty(bytes)) return KNOWN;
  const started = timing.elapsed();
  const outcome = document.accept(bytes, from.accountId);
  const ended = timing.elapsed();
  from.spendWork(ended - started, ended);
  return outcome;
}

function rowOf(from: Connection, { bytes, clients }: Extract<Outcome, { is: 'news' }>, at: number): NewRow {
  const [only, ...others] = clients;
  return {
    accountId: from.accountId,
    seatId: from.access.seat?.id ?? null,
    clientId: only !== undefined && others.length === 0 ? only : null,
    at,
    bytes,
  };
}

function needsNoDocument({ from, bytes }: Queued): boolean {
  return bytes === undefined || isEmpty(bytes) || from.readOnly(true) !== undefined;
}

/** What most clients answer when they are asked for what is missing: nothing. It needs no document. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

const READ_ONLY = { is: 'refused', code: 'read_only', gap: false } as const;
const NO_ROOM = { is: 'refused', code: 'storage', gap: false } as const;
// Asking for what is missing lets the honest among them send theirs again.
const POISON = { is: 'refused', code: 'malformed', gap: true } as const;
const KNOWN = { is: 'known' } as const;
