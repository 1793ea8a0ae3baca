/** What a notice can be about. */
export const ABOUT_KINDS = ['document', 'decision', 'thread', 'asking', 'note'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

export interface About {
  readonly kind: AboutKind;
  readonly id: string;
}

/** Ids and numbers that a notice needs to be put into words later. Never what people wrote. */
export type NoticeDetail = Readonly<Record<string, string | number | boolean | null>>;

/** A notice as it is kept. What it says is asked anew whenever somebody reads it. */
export interface Notice {
  readonly id: number;
  readonly eventKey: string;
  readonly partnershipId: string;
  readonly memberId: string;
  readonly kind: string;
  readonly about: About;
  readonly detail: NoticeDetail;
  readonly needsMe: boolean;
  readonly byMemberId: string | null;
  readonly at: number;
}

/** What a mail can lead somebody to who is signed in nowhere, and what they can do there. */
export interface WayIn {
  readonly about: { readonly kind: 'document' | 'decision'; readonly id: string };
  /** The seat that it is asked of; null: they come as themselves. */
  readonly seatId: string | null;
  readonly comment: boolean;
  readonly answer: boolean;
  /** When what it is for is over. */
  readonly until: number;
}

/**
 * How long somebody can read what they are told of, where nothing is to be done by a time: a group that meets once a
 * month can look at it together.
 */
export const READING_MS = 31 * 24 * 60 * 60_000;

/** What a notice says to the person it is for. Both the inbox and the mails are made of these. */
export interface NoticeLine {
  /** A few words: the subject of a mail that tells of nothing else. */
  readonly title: string;
  /** One sentence: what happened and, if something is asked, what. */
  readonly line: string;
  /** The page that shows it, from the slash on. */
  readonly href: string;
  /** What it is about, for whoever is signed in nowhere: their mail leads straight there. */
  readonly wayIn?: WayIn;
  /** More paragraphs for a mail that tells of nothing else. */
  readonly more?: readonly string[];
  /** Of these, what must not be missing beside other things either. */
  readonly gist?: string;
  /** Words for the button of a mail; left out, it says "Open it". */
  readonly open?: string;
  /** It asks for nothing any more (the round has closed, they have answered): nobody is told of it any more. */
  readonly over?: boolean;
}
