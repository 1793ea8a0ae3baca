import type { Block } from '../blocks.ts';

/** What a new document starts from. Templates are data: partners may change every word once it is theirs. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** One or two sentences: what people use it for. */
  readonly summary: string;
  /** Put in the title field of a new document, for people to type over. */
  readonly suggestedTitle: string;
  /** Where its shape comes from: document, author, year. The words are our own. */
  readonly source: string;
  /** What of that source can still be read, and what we added. */
  readonly survives: string;
  readonly blocks: readonly Block[];
}
