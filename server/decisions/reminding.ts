import { transact } from '../../db/transact.ts';
import { voices } from '../../shared/decisions/notices.ts';
import type { Context } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { unanswered } from './noticeLines.ts';
import { membersToTell } from './noticeStore.ts';
import { closingBetween, decisionRow } from './store.ts';

const HOUR = 3_600_000;
/** So long before a round closes, whoever has not answered is reminded. */
const BEFORE_MS = 24 * HOUR;
/** In a round that is shorter than this, a reminder would follow right after the first mail. */
const LONG_ENOUGH_MS = 3 * BEFORE_MS;

/**
 * Reminds the people of every seat that has not answered, once for each time at which a round is to close. A reminder
 * is about one's own seat alone and goes to its own people, so that it gives away nothing in a hidden round either.
 */
export function remind({ db, mail }: Pick<Context, 'db' | 'mail'>, now: number): void {
  for (const id of closingBetween(db.orm, now, now + BEFORE_MS))
    transact(db, (orm, afterCommit) => {
      const row = decisionRow(orm, id);
      const round = row?.body.rounds.at(-1);
      if (row?.body.state.kind !== 'open' || row.body.state.stage.kind !== 'round' || !round) return;
      if (round.closesAt <= now || round.closesAt - round.openedAt < LONG_ENOUGH_MS) return;
      const told = notify(orm, {
        eventKey: `decision:${id}:closing:${round.number}:${round.closesAt}`,
        ...{ partnershipId: row.partnershipId, kind: 'decision_closing_soon', at: now, needsMe: true },
        memberIds: membersToTell(orm, row.partnershipId, {
          seats: unanswered(row, voices(row.body)),
          facilitators: false,
        }),
        ...{ about: { kind: 'decision', id }, byMemberId: null, detail: { closesAt: round.closesAt } },
      });
      if (told) afterCommit(() => mail.wake());
    });
}
