import type { Decision } from '../../shared/decisions/decision.ts';
import type { Notice } from '../../shared/decisions/notices.ts';
import { type LineChange, wordsChanged } from '../../shared/decisions/wordsChanged.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { noticesWords as words } from '../../shared/messages/en/notices.ts';
import { readingWords } from '../../shared/messages/en/reading.ts';
import { fill } from '../../shared/messages/fill.ts';
import { type Letter, writeLetter } from '../mail/letter.ts';

export interface NoticeLetter {
  readonly notice: Notice;
  readonly decision: Decision;
  readonly number: number;
  readonly partnership: string;
  /** Of a restricted decision a mail says nothing but its number. */
  readonly restricted: boolean;
  /** The words of every version, by their hash. */
  readonly texts: ReadonlyMap<string, readonly Block[]>;
  readonly link: string;
}

/** The mail about something that happened to a decision. */
export function noticeLetter(told: NoticeLetter) {
  const { notice, decision, number, partnership, restricted, link } = told;
  const { subject, paragraphs } = sayings(notice, told);
  const question = decision.sealed?.question ?? '';
  return writeLetter({
    subject: fill(subject, { number }),
    paragraphs: [
      fill(restricted ? words.aboutRestricted : words.about, { number, partnership, question }),
      ...paragraphs,
    ],
    link: { words: fill(words.open, { number }), href: link },
    after: [words.unexpected],
  });
}

function sayings(notice: Notice, told: NoticeLetter): Pick<Letter, 'subject' | 'paragraphs'> {
  switch (notice.kind) {
    case 'answer_wanted': {
      const { subject, consensus, fallback } = words.answerWanted;
      const until = UNTIL.format(notice.closesAt);
      return { subject, paragraphs: [fill(notice.step === null ? consensus : fallback, { until })] };
    }
    case 'amended': {
      const { subject, how, nextRound, why, onPage } = words.amended;
      return {
        subject,
        paragraphs: [
          notice.from === 'now' ? how : nextRound,
          ...(notice.change === null || told.restricted ? [] : [fill(why, { change: notice.change })]),
          ...(told.restricted ? [onPage] : changes(notice.version, told)),
        ],
      };
    }
    case 'entered_for_you': {
      const { subject, how } = words.enteredForYou;
      return { subject, paragraphs: [fill(how, { until: UNTIL.format(notice.closesAt) })] };
    }
    case 'review_due':
      return { subject: words.reviewDue.subject, paragraphs: [words.reviewDue.how] };
  }
}

/** A mail is not the place for a long document. */
const MOST_LINES = 30;

function changes(version: number, { decision, texts }: NoticeLetter): string[] {
  const textOf = (number: number) =>
    texts.get(decision.versions.find((each) => each.number === number)?.hash ?? '') ?? [];
  const lines = wordsChanged(textOf(version - 1), textOf(version)).flatMap(sayLine);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), words.amended.more] : lines;
}

function sayLine({ how, pieces }: LineChange): string[] {
  const { was, now, added, removed } = words.amended;
  const textWithout = (left: 'added' | 'removed') =>
    pieces.flatMap((piece) => (piece.how === left ? [] : [piece.text])).join('');
  switch (how) {
    case 'same':
      return [];
    case 'added':
      return [fill(added, { line: textWithout('removed') })];
    case 'removed':
      return [fill(removed, { line: textWithout('added') })];
    case 'changed':
      return [fill(was, { line: textWithout('added') }), fill(now, { line: textWithout('removed') })];
  }
}

const UNTIL = new Intl.DateTimeFormat(readingWords.language, {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: readingWords.timeZone,
});
