import { readFrame } from '../../../../shared/sync/frames.ts';

/** A socket with nobody at the other end: the test plays the server by hand, frame by frame. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static made: FakeSocket[] = [];

  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  readonly sent: Uint8Array[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    FakeSocket.made.push(this);
  }

  static get latest(): FakeSocket {
    const socket = FakeSocket.made.at(-1);
    if (!socket) throw new Error('nothing has connected yet');
    return socket;
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes);
  }

  /** The frames that went out, by kind. */
  get kinds(): string[] {
    return this.sent.map((bytes) => readFrame(bytes).is);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  /** The server says `bytes`. */
  hear(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer });
  }

  /** The server, or the network, ends it. */
  end(code: number): void {
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }

  close(): void {
    this.readyState = 3;
  }
}
