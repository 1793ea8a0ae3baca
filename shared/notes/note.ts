import type { Role } from '../partnerships/roles.ts';

/** To whom a private note can be. */
export const NOTE_TO = ['facilitator', 'safeguarding_lead'] as const satisfies readonly Role[];
export type NoteTo = (typeof NOTE_TO)[number];

export const LONGEST_NOTE = 4000;
/** How many notes one person sends in a day. */
export const MOST_NOTES_A_DAY = 10;

const DAY_MS = 24 * 60 * 60_000;
const WORKING_DAYS: Readonly<Record<NoteTo, number>> = { safeguarding_lead: 1, facilitator: 3 };

/** How many working days there are to answer a note. */
export function daysToAnswer(to: NoteTo): number {
  return WORKING_DAYS[to];
}

/** When a note that was sent at `at` is to be answered by: the same time of day, Saturdays and Sundays not counted. */
export function answerBy(to: NoteTo, at: number): number {
  let time = at;
  for (let left = daysToAnswer(to); left > 0; ) {
    time += DAY_MS;
    if (isWorkingDay(time)) left -= 1;
  }
  return time;
}

function isWorkingDay(time: number): boolean {
  return ![0, 6].includes(new Date(time).getUTCDay());
}

export type NoteState = 'sent' | 'read' | 'answered' | 'closed' | 'withdrawn';

interface NoteTimes {
  readonly readAt: number | null;
  readonly withdrawnAt: number | null;
  readonly answeredAt: number | null;
  readonly closedAt: number | null;
}

/** How far a note has come. */
export function stateOfNote({ readAt, withdrawnAt, answeredAt, closedAt }: NoteTimes): NoteState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (closedAt !== null) return 'closed';
  if (answeredAt !== null) return 'answered';
  return readAt === null ? 'sent' : 'read';
}

/** Whether somebody still waits for what is to come of a note. */
export function isOpen(state: NoteState): boolean {
  return state === 'sent' || state === 'read';
}
