import type { ThreadsAnswer } from '../../../shared/comments/api.ts';
import type { About, ThreadAct } from '../queries.ts';

/** Who reads and what they may do, for every part of a card. */
export interface Acting {
  readonly about: About;
  /** Those that they may speak for, the first of them by default. */
  readonly seats: ThreadsAnswer['seats'];
  /** Does it on the server; rejects with its refusal. */
  readonly act: (act: ThreadAct) => Promise<unknown>;
}
