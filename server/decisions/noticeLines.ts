import type { Db } from '../../db/open.ts';
import { unanswered, voices } from '../../shared/decisions/notices.ts';
import { noticesWords as words } from '../../shared/messages/en/notices.ts';
import { fill } from '../../shared/messages/fill.ts';
import { type NoticeLine, READING_MS, type WayIn } from '../../shared/notifications/notice.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';
import type { LineOf, NoticeLines } from '../notifications/lines.ts';
import { mayRead } from './mayRead.ts';
import { partnershipSays } from './noticeStore.ts';
import { outcomeSays } from './outcomeSays.ts';
import { type DecisionRow, decisionRow } from './store.ts';
import { textsOf } from './textStore.ts';
import { changedLines } from './wordsChanged.ts';

interface Telling {
  readonly db: Db;
  readonly row: DecisionRow;
  readonly detail: Parameters<LineOf>[1]['detail'];
  readonly seats: readonly string[];
  /** Says when, by the partnership's clock. */
  readonly until: (at: unknown) => string;
}

type Saying = Pick<NoticeLine, 'title' | 'more' | 'gist' | 'over'> & {
  /** It is only to be read. */
  readonly reads?: boolean;
};

/** What is told of decisions, in words: never more than its number where not everyone may know of it. */
export const decisionNoticeLines: NoticeLines = {
  decision_answer_wanted: lineOf(({ row, until, detail: { closesAt, step } }) => ({
    title: words.answerWanted.subject,
    more: [
      fill(step === null ? words.answerWanted.consensus : words.answerWanted.fallback, {
        until: until(closesAt),
      }),
    ],
    over: roundClosing(row) !== closesAt,
  })),
  decision_closing_soon: lineOf(({ row, until, detail: { closesAt }, seats }) => ({
    title: words.closingSoon.subject,
    more: [fill(words.closingSoon.how, { until: until(closesAt) })],
    over: roundClosing(row) !== closesAt || unanswered(row.body, seats).length === 0,
  })),
  decision_more_time: lineOf(({ row, until, detail: { closesAt }, seats }) => ({
    title: words.moreTime.subject,
    more: [fill(words.moreTime.how, { until: until(closesAt) })],
    over: roundClosing(row) !== closesAt || unanswered(row.body, seats).length === 0,
  })),
  decision_ended: lineOf(({ db, row, detail: { seq } }) => ({
    title: words.ended.subject,
    ...outcomeSays(db, row, Number(seq)),
    over: row.body.state.kind !== 'ended',
    reads: true,
  })),
  decision_amended: lineOf(({ db, row, detail: { version, from } }) => ({
    title: words.amended.subject,
    more: [
      from === 'now' ? words.amended.how : words.amended.nextRound,
      ...changeOf(db, row, Number(version)),
    ],
    over: row.body.versions.at(-1)?.number !== version || row.body.state.kind === 'ended',
  })),
  decision_entered_for_you: lineOf(({ row, until, detail: { closesAt } }) => ({
    title: words.enteredForYou.subject,
    more: [fill(words.enteredForYou.how, { until: until(closesAt) })],
    over: roundClosing(row) !== closesAt,
  })),
  decision_review_due: lineOf(({ row }) => ({
    title: words.reviewDue.subject,
    more: [words.reviewDue.how],
    over: row.body.life.kind === 'over',
  })),
};

/** By the rights of this moment: whoever may not read the decision is told nothing of it. */
function lineOf(say: (telling: Telling) => Saying): LineOf {
  return (db, { about, detail, at: happened }, { member }) => {
    const row = decisionRow(db.orm, about.id);
    if (!row || !mayRead(row, member)) return undefined;
    const { number, body, sensitivity, partnershipId } = row;
    const { name: partnership, timeZone } = partnershipSays(db.orm, partnershipId);
    const gaps = { number, partnership };
    const seats = member.seats.map(({ id }) => id);
    const until = (at: unknown) => sayUntilIn(timeZone, Number(at));
    const { title, reads = false, ...rest } = say({ db, row, detail, seats, until });
    const question = body.sealed?.question ?? '';
    return {
      ...rest,
      title: fill(title, { number }),
      line:
        sensitivity === 'restricted'
          ? fill(words.aboutRestricted, gaps)
          : fill(words.about, { ...gaps, question }),
      href: `/decisions/${row.id}`,
      wayIn: { ...wayIn(row, seats, { seat: detail.seat, happened }), ...(reads && { comment: false }) },
      open: fill(words.open, { number }),
    };
  };
}

/**
 * A round is answered until it closes, for the seat that is told of, or else for that of theirs which has not answered;
 * what is told besides can be read for a while.
 */
function wayIn(
  row: DecisionRow,
  own: readonly string[],
  { seat, happened }: { readonly seat: unknown; readonly happened: number },
): WayIn {
  const closes = roundClosing(row);
  const counted = voices(row.body).filter((id) => own.includes(id));
  const seatId =
    own.find((id) => id === seat) ?? unanswered(row.body, counted)[0] ?? counted[0] ?? own[0] ?? null;
  return {
    about: { kind: 'decision', id: row.id },
    ...{ seatId, comment: true, answer: closes !== undefined && seatId !== null },
    until: closes ?? happened + READING_MS,
  };
}

/** When the round that is open closes; undefined when none is. */
function roundClosing({ body: { state, rounds } }: DecisionRow): number | undefined {
  return state.kind === 'open' && state.stage.kind === 'round' ? rounds.at(-1)?.closesAt : undefined;
}

function changeOf(db: Db, row: DecisionRow, version: number): string[] {
  if (row.sensitivity === 'restricted') return [words.amended.onPage];
  const change = row.body.versions.find(({ number }) => number === version)?.change ?? null;
  return [
    ...(change === null ? [] : [fill(words.amended.why, { change })]),
    ...changedLines(row.body, version, textsOf(db.orm, row.id)),
  ];
}
