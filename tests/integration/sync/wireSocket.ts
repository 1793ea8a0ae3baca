import { WebSocket } from 'ws';
import type { WireClient } from './wireClient.ts';

/** Joins a client of our wire to a real server over a real socket. It doesn't come back by itself. */
export function openWireSocket(
  client: WireClient,
  {
    url,
    documentId,
    cookie,
    since,
  }: {
    readonly url: string;
    readonly documentId: string;
    readonly cookie: string;
    readonly since?: number;
  },
): WebSocket {
  const place = since === undefined ? '' : `&seq=${since}`;
  const socket = new WebSocket(`${url}/sync/${documentId}?wire=1${place}`, { headers: { cookie } });
  socket.on('open', () => client.connect((bytes) => socket.send(bytes)));
  socket.on('message', (data: Buffer) => client.receive(data));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => client.disconnect());
  return socket;
}
