/** What mails are about. The kind decides how long it is worth trying to send one. */
export type MailKind = 'sign_in' | 'no_place' | 'invitation' | 'ledger_head' | 'decision' | 'notice';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a mail of this kind is of use to whoever gets it. What is in it must not work for longer. */
export function usefulFor(kind: MailKind): number {
  switch (kind) {
    case 'sign_in':
      return 10 * MINUTE;
    case 'no_place':
      return DAY;
    case 'invitation':
    case 'ledger_head':
      return 7 * DAY;
    // Mails about decisions that an earlier version queued may still be waiting.
    case 'decision':
    case 'notice':
      return 3 * DAY;
  }
}

/** Long enough for a mail server that is having a bad moment, and never so long that nobody would look again. */
const PAUSES = [10_000, 30_000, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE];

/** How long to wait after so many tries that failed: longer each time, up to an hour. */
export function pauseAfter(tries: number): number {
  return PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
}
