import { MESSAGE } from '../../shared/sync/wire.ts';

/** The second byte of a sync frame, as y-protocols has it. */
const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/**
 * A WebSocket class that tells `onSent` of every frame that carries words, in the order in which the
 * server counts them. `whole` is true for the answer to the server's "what have you got?", which offers
 * everything that the server lacks.
 *
 * Updates typed before that answer went out are held back: on their own they may build on words that the
 * server has never seen, and the answer carries them anyway.
 */
export function countingSocket(
  Base: typeof WebSocket,
  onSent: (frame: { readonly whole: boolean }) => void,
): typeof WebSocket {
  return class CountingSocket extends Base {
    #offered = false;

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const kind = data instanceof Uint8Array && data[0] === MESSAGE.sync ? data[1] : undefined;
      if (kind === SYNC.update && !this.#offered) return;
      super.send(data as Uint8Array<ArrayBuffer>);
      if (kind === SYNC.step2) this.#offered = true;
      if (kind === SYNC.step2 || kind === SYNC.update) onSent({ whole: kind === SYNC.step2 });
    }
  };
}
