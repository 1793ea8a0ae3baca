import type { IncomingMessage } from 'node:http';

/** What someone asks for when they open a socket. */
export interface SyncRequest {
  readonly documentId: string;
  readonly wire: boolean;
  readonly since: number | undefined;
}

const PATH = /^\/sync\/([A-Za-z0-9_-]{1,64})$/;
const MAX_ADDRESS = 512;

/** Reads the address of an upgrade request; undefined when it isn't one for a document. */
export function readSyncRequest(url: string | undefined): SyncRequest | undefined {
  if (!url || url.length > MAX_ADDRESS) return undefined;
  const [path = '', query = ''] = url.split('?', 2);
  const documentId = PATH.exec(path)?.[1];
  if (!documentId) return undefined;
  const asked = new URLSearchParams(query);
  return { documentId, wire: asked.get('wire') === '1', since: wholeNumber(asked.get('seq')) };
}

function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/**
 * Whether the page that opens the socket is ours. Browsers always send `Origin` with a WebSocket, so a
 * request without one comes from another program, whose cookie nobody can borrow. `baseUrl` is where
 * people reach us; undefined means at whatever host they asked for.
 */
export function isOwnOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  baseUrl: string | undefined,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === undefined;
  if (baseUrl !== undefined) return origin === new URL(baseUrl).origin;
  return origin === `http://${host}`;
}
