import type { Context } from '../context.ts';
import { carryOut } from './carryOut.ts';
import type { Keeping } from './keep.ts';
import { remind } from './reminding.ts';

/** Short, so that what is due is done within two seconds; and far too short for a timer to run over. */
const LOOK_EVERY_MS = 1000;
/** Nobody needs to be reminded to the second. */
const REMIND_EVERY_MS = 60_000;

/**
 * Carries out what is due: at once what passed while the server was down, and then whatever comes, for as long as the
 * server runs. It looks at the clock each second instead of waiting for a moment, so that a clock that is put right
 * only shifts what is due. Gives the function that stops it.
 */
export function keepTime(
  context: Pick<Context, 'db' | 'log' | 'now'> & Keeping,
  after: (milliseconds: number, work: () => void) => () => void,
): () => void {
  let cancel: () => void;
  let remindedAt = 0;
  const look = () => {
    const now = context.now();
    carryOut(context, now);
    if (now - remindedAt >= REMIND_EVERY_MS || now < remindedAt) {
      remindedAt = now;
      remind(context, now);
    }
    cancel = after(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}
