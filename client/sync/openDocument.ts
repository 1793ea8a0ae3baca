import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc, encodeStateVector, type Transaction } from 'yjs';
import {
  confirmBoth,
  confirmedBy,
  confirmedFrom,
  confirmedNow,
  holdsUnconfirmed,
  NOTHING_CONFIRMED,
  unsentWords,
} from './confirmed.ts';
import { countingSocket } from './countingSocket.ts';
import { type DeviceCopy, deviceName, isFromDevice, keepOnDevice, noteConfirmed } from './device.ts';
import {
  after,
  isUnderWay,
  isUnsaved,
  START,
  type SyncEvent,
  type SyncStatus,
  statusOf,
  wouldLose,
} from './status.ts';
import { isTidying } from './tidying.ts';
import { speakOurWire } from './wireHandlers.ts';

export interface OpenOptions {
  readonly documentId: string;
  readonly accountId: string;
  /** Where the server is: `ws://` or `wss://`, and a host. The page's own address when absent. */
  readonly serverUrl?: string;
  /** Another WebSocket class, for tests and for runtimes that have none. */
  readonly socket?: typeof WebSocket;
}

/** A document that this page has open: its words, who else is here, and the truth about saving. */
export interface OpenedDocument {
  readonly doc: Doc;
  readonly awareness: Awareness;
  status(): SyncStatus;
  /** Whether there are words to show yet, from this device or from the server. */
  hasContent(): boolean;
  /** What was typed here and is not known to be on the server, as plain text. */
  unsentWords(): string;
  /** Calls back after every change of the status or of `hasContent`; gives the way to stop. */
  subscribe(onChange: () => void): () => void;
  /** Leaves at once, for all to see; words that are under way to the server still arrive. */
  close(): void;
}

/** Longer than a healthy browser takes to open its storage; then we connect without waiting for it. */
const DEVICE_PATIENCE_MS = 4000;

/** Opens a document: what this device kept first, then the server. Never throws for a bad network or storage. */
export function openDocument(options: OpenOptions): OpenedDocument {
  // Deleted words stay in memory while the page is open: when edits made apart meet, words that died unseen are
  // brought back, and what Yjs has collected can't be.
  const doc = new Doc({ gc: false });
  const listeners = new Set<() => void>();
  let facts = START;
  let status = statusOf(facts);
  let confirmed = NOTHING_CONFIRMED;
  let copy: DeviceCopy | null = null;
  let open = true;
  let ended = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const happen = (event: SyncEvent) => {
    const before = facts;
    facts = after(facts, event);
    if (facts.onDisk > before.onDisk && !isUnsaved(facts)) {
      confirmed = confirmedNow(doc);
      if (copy) noteConfirmed(copy, encodeStateVector(doc));
    }
    if (!open && !isUnderWay(facts)) return end();
    const next = statusOf(facts);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    tell();
  };
  const end = () => {
    if (ended) return;
    ended = true;
    stopWatching();
    provider.destroy();
    void copy?.persistence.destroy();
    doc.destroy();
  };

  // Registered before the provider's own listener, so that an edit is counted before the frame that carries it.
  doc.on('update', (_bytes: Uint8Array, origin: unknown, _doc: Doc, transaction: Transaction) => {
    if (origin !== provider && !isFromDevice(origin) && !isTidying(transaction)) happen({ type: 'edited' });
  });
  const provider = new WebsocketProvider(
    options.serverUrl ?? pageServer(),
    `sync/${options.documentId}`,
    doc,
    {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: countingSocket(options.socket ?? WebSocket, ({ whole }) =>
        happen({ type: 'sent', whole }),
      ),
    },
  );
  doc.on('afterTransaction', (transaction: Transaction) => {
    if (transaction.origin === provider) confirmed = confirmBoth(confirmed, confirmedBy(transaction));
  });
  speakOurWire(provider, {
    onHello: (hello) => happen({ type: 'hello', hello }),
    onAck: (frames) => happen({ type: 'acked', frames }),
    onRefused: (refused) => happen({ type: 'refused', refused }),
  });
  provider.on('status', ({ status: link }) => {
    if (link === 'connected') happen({ type: 'opened' });
  });
  provider.on('sync', tell);
  provider.on('connection-close', () => happen({ type: 'lost' }));
  provider.on('closed', ({ code }) => happen({ type: 'closed', code }));

  const loaded = keepOnDevice(deviceName(options.accountId, options.documentId), doc, () =>
    happen({ type: 'device', device: 'not_kept' }),
  ).then((kept) => {
    copy = kept;
    if (!open) return void kept?.persistence.destroy();
    happen({ type: 'device', device: kept ? 'kept' : 'not_kept' });
    confirmed = confirmBoth(confirmed, confirmedFrom(kept?.confirmed ?? null));
    if (holdsUnconfirmed(doc, confirmed)) happen({ type: 'edited' });
    tell();
  });
  void Promise.race([loaded, patience()]).then(() => {
    if (open) provider.connect();
  });
  const stopWatching = watchPage(
    () => {
      if (!open || facts.link === 'closed') return;
      provider.disconnect();
      provider.connect();
    },
    () => wouldLose(facts),
  );

  return {
    doc,
    awareness: provider.awareness,
    status: () => status,
    hasContent: () => provider.synced || confirmedNow(doc).size > 0,
    unsentWords: () => (isUnsaved(facts) ? unsentWords(doc, confirmed) : ''),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    close() {
      open = false;
      listeners.clear();
      provider.awareness.setLocalState(null);
      if (!isUnderWay(facts)) end();
    },
  };
}

function pageServer(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}`;
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, DEVICE_PATIENCE_MS));
}

/**
 * Listens to the browser: when it says that the network went or came, the old connection is not waited
 * for (it may look open for half a minute more); when the tab closes and words would go with it, it asks.
 */
function watchPage(reconnect: () => void, losesWords: () => boolean): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const beforeLeaving = (event: BeforeUnloadEvent) => {
    if (losesWords()) event.preventDefault();
  };
  addEventListener('offline', reconnect);
  addEventListener('online', reconnect);
  addEventListener('beforeunload', beforeLeaving);
  return () => {
    removeEventListener('offline', reconnect);
    removeEventListener('online', reconnect);
    removeEventListener('beforeunload', beforeLeaving);
  };
}
