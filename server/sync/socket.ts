import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import { MAX_FRAME_BYTES } from './limits.ts';
import type { Timing } from './timing.ts';
import { isOwnSocket, readSyncRequest, type SyncRequest } from './upgrade.ts';

export type SyncSocket = WebSocket;

export interface SyncSocketsParts {
  readonly config: Pick<Config, 'baseUrl' | 'host'>;
  readonly timing: Timing;
  /** Decides about one request, from its cookie. Must not throw. */
  admit(request: SyncRequest, cookie: string | undefined): Promise<Admission>;
}

/** Let in, to whoever takes the socket; or turned away with a close code, having been told nothing. */
export type Admission =
  | { readonly admitted: true; take(socket: SyncSocket): void }
  | { readonly admitted: false; readonly code: number; readonly reason: string };

/**
 * The sockets of `/sync`, attached to an HTTP server. Addresses that aren't ours are left to others, or
 * answered 404; foreign pages get 403. Everyone else is let through the handshake and only then turned
 * away, because a browser tells its page nothing about a failed handshake, and stock clients retry those
 * for ever.
 */
export class SyncSockets {
  readonly #parts: SyncSocketsParts;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  #stopPings: () => void = () => {};
  #closing = false;

  constructor(parts: SyncSocketsParts) {
    this.#parts = parts;
    this.#pingLater();
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      void this.#upgrade(request, socket, head);
    });
  }

  /** Closes every socket with `code` and waits until they are gone; the slow are cut off. */
  async close(code: number, reason: string): Promise<void> {
    this.#closing = true;
    this.#stopPings();
    const gone = [...this.#server.clients].map((socket) => {
      socket.close(code, reason);
      const cutOff = this.#parts.timing.after(CLOSE_PATIENCE_MS, () => socket.terminate());
      return new Promise<void>((resolve) => {
        socket.once('close', () => {
          cutOff();
          resolve();
        });
      });
    });
    await Promise.all(gone);
    this.#server.close();
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const asked = readSyncRequest(request.url);
    if (!asked) return refuseUpgrade(socket, '404 Not Found');
    if (this.#closing) return refuseUpgrade(socket, '503 Service Unavailable');
    if (!isOwnSocket(this.#parts.config, request)) return refuseUpgrade(socket, '403 Forbidden');
    const admission = await this.#parts.admit(asked, request.headers.cookie);
    if (socket.destroyed) return;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      if (!admission.admitted) return turnAway(webSocket, admission, this.#parts.timing);
      watchPulse(webSocket);
      admission.take(webSocket);
    });
  }

  #pingLater(): void {
    this.#stopPings = this.#parts.timing.after(PING_MS, () => {
      for (const socket of this.#server.clients) checkPulse(socket);
      this.#pingLater();
    });
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function turnAway(
  socket: WebSocket,
  { code, reason }: { code: number; reason: string },
  timing: Timing,
): void {
  socket.on('message', () => {});
  socket.close(code, reason);
  const cutOff = timing.after(CLOSE_PATIENCE_MS, () => socket.terminate());
  socket.once('close', cutOff);
}

const silent = new WeakSet<WebSocket>();

function watchPulse(socket: WebSocket): void {
  socket.on('pong', () => silent.delete(socket));
}

/** Ends a socket that has not answered the last ping, and asks again. */
function checkPulse(socket: WebSocket): void {
  if (silent.has(socket)) socket.terminate();
  else {
    silent.add(socket);
    socket.ping();
  }
}

const PING_MS = 20_000;
const CLOSE_PATIENCE_MS = 2_000;
