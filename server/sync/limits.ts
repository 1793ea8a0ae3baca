import { GATE_LIMITS, type GateLimits } from '../../shared/sync/updateStructs.ts';
import type { Rate } from './budget.ts';

/** Every bound of the engine. Bytes and milliseconds unless the name says otherwise. */
export interface SyncLimits {
  readonly gate: GateLimits;
  readonly socketsPerAccount: number;
  /** What one connection may send and make the server work; more ends it. */
  readonly bytes: Rate;
  readonly frames: Rate;
  readonly work: Rate;
  /** Updates that wait for the storage; more are refused until it works again. */
  readonly queueBytes: number;
  /** Frames that no honest client sends, before the connection is ended. */
  readonly badFrames: number;
  /** Waiting to be sent: more than `pause` and the connection is caught up later; more than `drop` ends it. */
  readonly pause: number;
  readonly drop: number;
  /** How long a paused connection may take to read what it was sent. */
  readonly patience: number;
  /** Fan-out that one process manages: it sets how long a window stays open. */
  readonly sendsPerSecond: number;
  readonly longestWindow: number;
  /** How long one commit may work on changes before the rest has to wait for the next. */
  readonly turn: number;
  /** A checkpoint is made after so many updates, or so many bytes when that is more than the document. */
  readonly checkpointRows: number;
  readonly checkpointBytes: number;
  /** Fewer updates than this since the last checkpoint aren't worth one when a document goes idle. */
  readonly idleRows: number;
  /** How long a live document is kept without a change, and an empty room without people. */
  readonly cool: number;
  readonly linger: number;
  /** More updates than this to catch up on, and the document is compared instead. */
  readonly longestTail: number;
  readonly presenceEvery: number;
  readonly presenceRenewal: number;
  readonly storageRetry: number;
}

const KB = 1024;
const MB = 1024 * KB;

/** The largest socket frame. What an offline day leaves behind fits; more has to be sent in parts. */
export const MAX_FRAME_BYTES = MB + KB;

export const SYNC_LIMITS: SyncLimits = {
  gate: { ...GATE_LIMITS, bytes: MB },
  socketsPerAccount: 20,
  bytes: { burst: 8 * MB, perSecond: MB },
  frames: { burst: 4_000, perSecond: 400 },
  work: { burst: 1_000, perSecond: 200 },
  queueBytes: 16 * MB,
  badFrames: 20,
  pause: 256 * KB,
  drop: 4 * MB,
  patience: 30_000,
  sendsPerSecond: 20_000,
  longestWindow: 25,
  turn: 10,
  checkpointRows: 500,
  checkpointBytes: 256 * KB,
  idleRows: 20,
  cool: 120_000,
  linger: 10_000,
  longestTail: 1_000,
  presenceEvery: 100,
  presenceRenewal: 15_000,
  storageRetry: 1_000,
};
