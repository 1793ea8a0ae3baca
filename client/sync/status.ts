import { CLOSE, type Hello, type ReadOnlyReason, type Refused } from '../../shared/sync/wire.ts';

/**
 * The truth about where somebody's words are. Events set facts; one function says what the page may claim.
 *
 * The one rule that everything here serves: *saved* is said only when the server has told us that every
 * frame that carried words from this page is on its disk.
 */
export interface SyncFacts {
  readonly link: 'first' | 'open' | 'lost' | 'closed';
  readonly closeCode: number | null;
  readonly hello: Hello | null;
  /** Frames of this connection that carried words, as the server counts them. */
  readonly sent: number;
  readonly acked: number;
  /** The frame of this connection that offered everything the server lacked; 0 before it went out. */
  readonly offeredAt: number;
  /** How often this page changed the document; how far those changes are sent; how far they are on disk. */
  readonly edits: number;
  readonly carried: number;
  readonly onDisk: number;
  readonly refused: Refused | null;
  readonly device: Device;
}

/** Whether words typed here survive closing the tab, before the server has them. */
export type Device = 'opening' | 'kept' | 'not_kept';

export type SyncEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'lost' }
  | { readonly type: 'closed'; readonly code: number }
  | { readonly type: 'hello'; readonly hello: Hello }
  | { readonly type: 'sent'; readonly whole: boolean }
  | { readonly type: 'acked'; readonly frames: number }
  | { readonly type: 'refused'; readonly refused: Refused }
  | { readonly type: 'edited' }
  | { readonly type: 'device'; readonly device: Device };

export type EndReason = 'signed_out' | 'access_ended' | 'turned_away';

export type SyncStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly device: Device; readonly unsaved: boolean }
  | {
      readonly kind: 'read_only';
      readonly why: ReadOnlyReason;
      readonly right: Hello['right'];
      readonly unsaved: boolean;
    }
  | { readonly kind: 'refused'; readonly code: Refused['code']; readonly device: Device }
  | {
      readonly kind: 'ended';
      readonly why: EndReason;
      readonly device: Device;
      readonly unsaved: boolean;
    };

export const START: SyncFacts = {
  link: 'first',
  closeCode: null,
  hello: null,
  sent: 0,
  acked: 0,
  offeredAt: 0,
  edits: 0,
  carried: 0,
  onDisk: 0,
  refused: null,
  device: 'opening',
};

const NEW_CONNECTION = { hello: null, sent: 0, acked: 0, offeredAt: 0 } as const;

/** What is known after one more thing happened. Pure. */
export function after(facts: SyncFacts, event: SyncEvent): SyncFacts {
  switch (event.type) {
    case 'opened':
      return { ...facts, ...NEW_CONNECTION, link: 'open', closeCode: null, carried: facts.onDisk };
    case 'lost':
      return facts.link === 'closed'
        ? facts
        : { ...facts, ...NEW_CONNECTION, link: 'lost', carried: facts.onDisk };
    case 'closed':
      return { ...facts, link: 'closed', closeCode: event.code };
    case 'hello':
      return { ...facts, hello: event.hello };
    case 'sent': {
      const sent = facts.sent + 1;
      return { ...facts, sent, carried: facts.edits, offeredAt: event.whole ? sent : facts.offeredAt };
    }
    case 'acked':
      return settle({ ...facts, acked: Math.max(facts.acked, event.frames) });
    case 'refused':
      return { ...facts, refused: event.refused };
    case 'edited':
      return { ...facts, edits: facts.edits + 1 };
    case 'device':
      return { ...facts, device: event.device };
  }
}

function settle(facts: SyncFacts): SyncFacts {
  const { refused, acked, sent, offeredAt } = facts;
  // A refused frame changed nothing on the server, so only a later offer of everything makes up for it.
  const madeGood = refused === null || (offeredAt > refused.frame && acked >= offeredAt);
  if (!madeGood || offeredAt === 0 || acked < sent) return facts;
  return { ...facts, refused: null, onDisk: facts.carried };
}

/** Whether something typed here is not, as far as we know, on the server's disk. */
export function isUnsaved(facts: SyncFacts): boolean {
  return facts.edits > facts.onDisk;
}

/** What the page may say about those facts. Pure. */
export function statusOf(facts: SyncFacts): SyncStatus {
  const unsaved = isUnsaved(facts);
  switch (facts.link) {
    case 'closed':
      return { kind: 'ended', why: endReason(facts.closeCode), device: facts.device, unsaved };
    case 'first':
      return { kind: 'connecting' };
    case 'lost':
      return { kind: 'offline', device: facts.device, unsaved };
    case 'open':
      return openStatus(facts, unsaved);
  }
}

function openStatus(facts: SyncFacts, unsaved: boolean): SyncStatus {
  const { hello, refused, device } = facts;
  if (hello === null) return { kind: 'connecting' };
  if (hello.right !== 'edit' || hello.readOnly)
    return { kind: 'read_only', why: hello.readOnly ?? 'right', right: hello.right, unsaved };
  // The server asks at once for what was missing, so this one is a detour and not an end.
  if (refused && refused.code !== 'unknown_reference') return { kind: 'refused', code: refused.code, device };
  if (facts.offeredAt === 0) return { kind: 'connecting' };
  if (refused || unsaved || facts.acked < facts.sent) return { kind: 'saving' };
  return { kind: 'saved' };
}

function endReason(code: number | null): EndReason {
  switch (code) {
    case CLOSE.notSignedIn:
      return 'signed_out';
    case CLOSE.accessEnded:
      return 'access_ended';
    default:
      return 'turned_away';
  }
}

/**
 * Whether words are on their way over a connection that still stands. It was made by the person who wrote
 * them; over a later one they might go out as somebody else's.
 */
export function isUnderWay(facts: SyncFacts): boolean {
  return facts.link === 'open' && isUnsaved(facts) && statusOf(facts).kind === 'saving';
}

/** Whether closing the tab now would lose words for good, so that the browser should ask first. */
export function wouldLose(facts: SyncFacts): boolean {
  return isUnsaved(facts) && facts.device !== 'kept';
}
