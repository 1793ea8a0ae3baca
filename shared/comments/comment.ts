/** How a comment came in: on a page, by a personal link, as an answer to a mail, or written in from paper. */
export const VIAS = ['page', 'link', 'mail', 'paper'] as const;
export type Via = (typeof VIAS)[number];

export const THREAD_KINDS = ['comment', 'suggestion'] as const;

export const THREAD_STATES = ['open', 'resolved', 'accepted', 'declined'] as const;

/** Who writes, for which seat, and how. Whether they may is looked at where the comment is added. */
export interface Commenting {
  readonly memberId: string;
  /** One of their own seats that they may speak for; null: for none. */
  readonly seatId: string | null;
  readonly via: Via;
  /** Who helped them write, in their words; null: nobody. */
  readonly supporter: string | null;
  /** Who wrote it in from paper, and who saw that it is what the paper says. */
  readonly enteredBy: string | null;
  readonly witness: string | null;
}

/** Everyone may read at most so much, and write no more. */
export const LONGEST_COMMENT = 4_000;
export const LONGEST_SUGGESTION = 8_000;
export const LONGEST_REASON = 500;
export const LONGEST_SUPPORTER = 100;
export const MOST_THREADS = 5_000;
export const MOST_COMMENTS = 500;
export const MOST_A_MINUTE = 20;

/** So long may one's own comment be put right, while nobody has answered after it. */
export const EDITABLE_MS = 15 * 60_000;
