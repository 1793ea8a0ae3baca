import { transact } from '../../db/transact.ts';
import { unanswered, voices } from '../../shared/decisions/notices.ts';
import type { Context } from '../context.ts';
import { notify } from '../notifications/notify.ts';
import { membersToTell } from './noticeStore.ts';
import { closingBetween, type DecisionRow, decisionRow } from './store.ts';

const HOUR = 3_600_000;
/** So long before a round closes, whoever has not answered is reminded. */
const BEFORE_MS = 24 * HOUR;
/** In a round that is shorter than this, a reminder would follow right after the first mail. */
const LONG_ENOUGH_MS = 3 * BEFORE_MS;

/** A closing of which seats are reminded, and which have not answered yet. */
export interface Closing {
  readonly round: number;
  readonly closesAt: number;
  readonly seats: readonly string[];
}

/** The closing that a decision reminds of by itself; undefined when no round is open, or it is too short for that. */
export function remindsOf({ body }: Pick<DecisionRow, 'body'>, now: number): Closing | undefined {
  const round = body.rounds.at(-1);
  if (body.state.kind !== 'open' || body.state.stage.kind !== 'round' || !round) return undefined;
  const { number, openedAt, closesAt } = round;
  if (closesAt <= now || closesAt - openedAt < LONG_ENOUGH_MS) return undefined;
  return { round: number, closesAt, seats: unanswered(body, voices(body)) };
}

/**
 * Reminds the people of every seat that has not answered, once for each time at which a round is to close. A reminder
 * is about one's own seat alone and goes to its own people, so that it gives away nothing in a hidden round either.
 */
export function remind({ db, mail }: Pick<Context, 'db' | 'mail'>, now: number): void {
  for (const id of closingBetween(db.orm, now, now + BEFORE_MS))
    transact(db, (orm, afterCommit) => {
      const row = decisionRow(orm, id);
      const closing = row && remindsOf(row, now);
      if (!row || !closing) return;
      const { round, closesAt, seats } = closing;
      const told = notify(orm, {
        eventKey: `decision:${id}:closing:${round}:${closesAt}`,
        ...{ partnershipId: row.partnershipId, kind: 'decision_closing_soon', at: now, needsMe: true },
        memberIds: membersToTell(orm, row.partnershipId, {
          seats,
          facilitators: false,
        }),
        ...{ about: { kind: 'decision', id }, byMemberId: null, detail: { closesAt } },
      });
      if (told) afterCommit(() => mail.wake());
    });
}
