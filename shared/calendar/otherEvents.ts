import type { Rung } from '../asking/rungs.ts';
import { calendarFeedWords as words } from '../messages/en/calendarFeed.ts';
import { fill } from '../messages/fill.ts';
import { type CalendarEvent, dayOf } from './event.ts';

/** An asking that is open, about what somebody may read. */
export interface DatedAsking {
  readonly id: string;
  readonly rung: Rung;
  readonly closesAt: number;
  readonly minutes: number;
  readonly asked: boolean;
  readonly answered: boolean;
  readonly about: {
    readonly kind: 'document' | 'decision';
    readonly id: string;
    readonly number: number | null;
    readonly title: string;
    readonly restricted: boolean;
  };
}

/** When people have been asked for the last time, as one who may read what it is about is to know it. */
export function askingEvent(asking: DatedAsking): CalendarEvent {
  const { id, rung, closesAt, minutes, asked, answered, about } = asking;
  const what = aboutWhat(about);
  const waits = asked && !answered;
  const name = !waits ? 'askingCloses' : rung === 'inform' ? 'readByNow' : 'sayByNow';
  return {
    ...{ kind: 'asking', id, when: { kind: 'moment', at: closesAt } },
    summary: fill(words[name], { what }),
    lines: [
      fill(words.about[name], { minutes }),
      ...(waits ? [] : [asked ? words.about.answered : words.about.notAsked]),
      ...(about.restricted ? [words.restrictedAbout] : []),
    ],
    href: `/${about.kind}s/${about.id}`,
  };
}

function aboutWhat({ number, title, restricted }: DatedAsking['about']): string {
  if (number === null) return restricted ? words.aDocument : fill(words.document, { title });
  return fill(restricted ? words.restricted : words.decision, { number, question: title });
}

/** What somebody signed that they will do, and when it is to be looked at again. */
export interface DatedPromise {
  readonly id: string;
  readonly partnershipId: string;
  /** As the partnership knows them: under the name that they chose, if they chose one. */
  readonly leader: string;
  readonly isMine: boolean;
  readonly will: string;
  readonly reviewAt: number;
}

export function promiseEvent(
  { id, partnershipId, leader, isMine, will, reviewAt }: DatedPromise,
  timeZone: string,
): CalendarEvent {
  return {
    ...{ kind: 'promise', id, when: dayOf(reviewAt, timeZone) },
    summary: isMine ? words.ownPromise : fill(words.promise, { name: leader }),
    lines: [fill(words.about.promise, { words: will }), isMine ? words.about.ownPromise : words.nothing],
    href: `/partnerships/${partnershipId}/values`,
  };
}
