import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  close(): void;
}

/** A WebSocket class that sends a cookie, as a browser would. */
export function cookieSocket(cookie: string): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: { cookie } });
    }
  } as unknown as typeof globalThis.WebSocket;
}

/** The provider from the y-websocket package, exactly as it comes. */
export function stockClient(url: string, documentId: string, cookie: string, doc = new Y.Doc()): StockClient {
  const provider = new WebsocketProvider(`${url}/sync`, documentId, doc, {
    WebSocketPolyfill: cookieSocket(cookie),
    disableBc: true,
  });
  return {
    doc,
    provider,
    close() {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}
