import { transact } from '../../db/transact.ts';
import type { Context } from '../context.ts';
import { tellOf } from './noticeLines.ts';
import { holdersOf, lateNotes, markReminded } from './store.ts';

const LOOK_EVERY_MS = 60_000;

type Reminding = Pick<Context, 'db' | 'now' | 'mail' | 'log'>;

/** Reminds people of notes that they have not answered in time, for as long as the server runs. */
export function keepNotes(
  context: Reminding,
  after: (milliseconds: number, work: () => void) => () => void,
): () => void {
  let cancel: () => void;
  const look = () => {
    try {
      remindOfNotes(context);
    } catch (error) {
      // Which note it was is nobody's business who reads the log.
      context.log.error({ err: error }, 'something that was due could not be told');
    }
    cancel = after(LOOK_EVERY_MS, look);
  };
  look();
  return () => cancel();
}

/** Reminds, once, those whom a note is to when the time to answer has passed; the writer, when nobody is left to read it. */
export function remindOfNotes({ db, now, mail }: Omit<Reminding, 'log'>): void {
  transact(db, (orm, afterCommit) => {
    const at = now();
    for (const row of lateNotes(orm, at)) {
      markReminded(orm, row.id, at);
      const readers = holdersOf(orm, row.partnershipId, row.toRole)
        .map(({ id }) => id)
        .filter((id) => id !== row.writerId);
      if (readers.length > 0) tellOf(orm, 'note_late', row, readers, at);
      else if (row.writerId !== null) tellOf(orm, 'note_unheard', row, [row.writerId], at);
      afterCommit(() => mail.wake());
    }
  });
}
