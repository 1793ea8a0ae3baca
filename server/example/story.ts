import type { DraftPatch } from '../../shared/decisions/changeApi.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { patchDraft } from '../decisions/drafting.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { perform } from '../decisions/perform.ts';
import { keepWords } from '../decisions/textStore.ts';
import { type Act, FACILITATOR } from './decisionActs.ts';
import { EXAMPLE_PARTNERSHIP } from './store.ts';

/** Something that happens in the example's story at its time, with the server's clock set to it. */
export interface Scene {
  readonly at: number;
  readonly play: (context: Context) => void;
}

/** An act of one of its people, through the very function that does everyone's. */
export function actScene(decisionId: string, { at, memberId, action }: Act): Scene {
  return {
    at,
    play: (context) => {
      const requestId = context.newId();
      went(perform(context, { decisionId, memberId, action, requestId }), action.kind);
    },
  };
}

/** Writes fields into a draft of the facilitator's. */
export function writeDraft(context: Context, decisionId: string, fields: DraftPatch['fields']): void {
  went(patchDraft(context, { decisionId, ...facilitator(context) }, { fields, basedOn: {} }), 'the draft');
}

export function facilitator({ db }: Context) {
  const member = memberHere(db, EXAMPLE_PARTNERSHIP, FACILITATOR);
  if (!member) throw new Error('the example has lost its facilitator');
  return { partnershipId: EXAMPLE_PARTNERSHIP, member };
}

/** Keeps every wording of a decision, and gives the hashes that stand for them. */
export function keepWordings(
  { db, now }: Context,
  decisionId: string,
  wordings: readonly (readonly Block[])[],
): string[] {
  return wordings.map((blocks) => keepWords(db.orm, decisionId, blocks, now()));
}

/** In the story nothing is refused: a refusal is a mistake in it. */
export function went<T extends object>(done: T | Refusal, what: string): T {
  if (isRefusal(done)) throw new Error(`the example could not do ${what}: ${JSON.stringify(done)}`);
  return done as T;
}
