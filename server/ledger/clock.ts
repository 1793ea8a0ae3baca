import { type HeadParts, signWaiting } from './heads.ts';

/** Often enough that a closing is in the mail while people still think of it. */
const LOOK_EVERY_MS = 10_000;

/** Signs and mails what waits, closings and the end of each day, at once and for as long as the server runs. Gives the function that stops it. */
export function keepHeads(
  parts: HeadParts,
  after: (milliseconds: number, work: () => void) => () => void,
): () => void {
  let cancel: () => void;
  const look = () => {
    try {
      signWaiting(parts);
    } catch (err) {
      parts.log.error({ err }, 'the ledger could not be signed');
    }
    cancel = after(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}
