import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { isOwnPage } from '../origins.ts';

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
 * Whether the page that opens the socket is ours. Browsers always send `Origin` with a WebSocket, and it
 * must be ours exactly; a request without one comes from another program, which can't borrow a cookie.
 * The site that a browser says it comes from counts only when it leaves out the origin.
 */
export function isOwnSocket(
  config: Pick<Config, 'baseUrl' | 'host'>,
  { headers }: Pick<IncomingMessage, 'headers'>,
): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const fetchSite = origin === undefined && typeof site === 'string' ? site : undefined;
  return isOwnPage(config, { host, origin, fetchSite });
}
