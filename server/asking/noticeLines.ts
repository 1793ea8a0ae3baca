import { meansOf } from '../../shared/asking/means.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { READING_MS, type WayIn } from '../../shared/notifications/notice.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';
import { partnershipSays } from '../decisions/noticeStore.ts';
import type { LineOf, NoticeLines } from '../notifications/lines.ts';
import { stateOf, voicesFor } from './shown.ts';
import { type AskedPerson, type AskingRow, aboutOf, askingRow, peopleAsked } from './store.ts';
import { type Found, findSubject } from './subject.ts';
import type { AskingNotice } from './telling.ts';

const words = askingWords.notices;

/** What people are told of askings, in words: only what they may still read, and only while it still holds. */
export const askingNoticeLines: NoticeLines = {
  asked: lineFor('asked'),
  asking_closing: lineFor('asking_closing'),
  asking_outcome: lineFor('asking_outcome'),
  asking_withdrawn: lineFor('asking_withdrawn'),
} satisfies Record<AskingNotice, LineOf>;

function lineFor(kind: AskingNotice): LineOf {
  return (db, { about, at }, { member }) => {
    const row = askingRow(db.orm, about.id);
    const found = row && findSubject(db, aboutOf(row));
    if (!row || !found?.mayRead(member)) return undefined;
    const people = peopleAsked(db.orm, [row.id]).get(row.id) ?? [];
    const person = people.find(({ memberId }) => memberId === member.id);
    const own = voicesFor(db, row, found, people).find(({ memberIds }) => memberIds.includes(member.id));
    if (!person || !own) return undefined;
    const asks = kind === 'asked' || kind === 'asking_closing';
    const { timeZone } = partnershipSays(db.orm, row.partnershipId);
    const until = sayUntilIn(timeZone, row.closesAt);
    const gaps = { what: whatOf(found), until, minutes: row.minutes };
    const { title, line } = words[kind];
    return {
      title: fill(kind === 'asked' ? words.askedTitle[row.rung] : title, gaps),
      line: fill(kind === 'asked' && row.rung === 'inform' ? words.told : line, gaps),
      href: `/${found.about.kind}s/${found.about.id}`,
      wayIn: wayIn(kind, { row, found, person }, at),
      // A mail about what few may know says no more than that there is something.
      more: found.restricted ? [] : moreOf(kind, row, found),
      // Whoever comes by links alone can read it nowhere else.
      ...(kind === 'asking_outcome' && !found.restricted ? { gist: row.summary } : {}),
      open: words.open,
      over: !stillHolds(kind, row, found, at) || (asks && own.answered),
    };
  };
}

interface Asked {
  readonly row: AskingRow;
  readonly found: Found;
  readonly person: AskedPerson;
}

/** While it asks for something it is open until the end; what came of it can be read for a while. */
function wayIn(kind: AskingNotice, { row, found, person: { seatId } }: Asked, at: number): WayIn {
  const asks = (kind === 'asked' || kind === 'asking_closing') && row.rung !== 'inform';
  const isTold = kind === 'asking_outcome' || kind === 'asking_withdrawn';
  return {
    about: { kind: found.about.kind, id: found.about.id },
    ...{ seatId, comment: asks, answer: asks && seatId !== null },
    until: isTold ? at + READING_MS : row.closesAt,
  };
}

function stillHolds(kind: AskingNotice, row: AskingRow, found: Found, at: number): boolean {
  const state = stateOf(row, found, at);
  switch (kind) {
    case 'asked':
    case 'asking_closing':
      return state === 'open';
    case 'asking_outcome':
      return row.outcomeAt !== null;
    case 'asking_withdrawn':
      return state === 'withdrawn';
  }
}

function whatOf(found: Found): string {
  const { number, title } = found;
  if (number === null) return found.restricted ? words.aDocument : fill(words.document, { title });
  return fill(found.restricted ? words.decisionNumber : words.decision, { number, title });
}

function moreOf(kind: AskingNotice, row: AskingRow, found: Found): string[] {
  switch (kind) {
    case 'asked':
      return [
        ...meansOf(row.rung, found.subject),
        fill(words.difference, { difference: row.difference }),
        ...(row.rung === 'inform' ? [] : [fill(words.minutes, { minutes: row.minutes })]),
        ...(row.background === '' ? [] : [row.background]),
      ];
    case 'asking_closing':
      return [];
    case 'asking_outcome':
      return [
        row.summary,
        ...row.points.map(({ said, did, what, why }) =>
          fill(words.point, {
            said,
            did: askingWords.did[did],
            answer: [what, why].filter(Boolean).join(' '),
          }),
        ),
      ];
    case 'asking_withdrawn':
      return [fill(words.why, { reason: row.withdrawnReason })];
  }
}
