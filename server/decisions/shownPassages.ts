import { boundWords } from '../../shared/decisions/boundWords.ts';
import type { BoundDecision, DecisionPassage, DocumentPassages } from '../../shared/decisions/passageApi.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { type DocumentAccess, documentAccess } from '../documents/access.ts';
import { noteSeen } from '../documents/seenStore.ts';
import { documentById } from '../documents/store.ts';
import { mayRead } from './mayRead.ts';
import { type BoundRow, boundAmong, boundTo, wordsWithHash } from './passageStore.ts';
import { passagesNow } from './passages.ts';

/** Every decision bound to a document that this member may read, with what became of its words; the newest first. */
export async function passagesIn(
  context: Context,
  access: Pick<DocumentAccess, 'documentId' | 'memberId' | 'sensitivity'>,
  member: OwnMember,
): Promise<DocumentPassages> {
  noteSeen(context.db, access, context.now());
  const { documentId } = access;
  const rows = boundTo(context.db, documentId).filter(({ decision }) => mayRead(decision, member));
  const now = await passagesNow(context, documentId, rows);
  return {
    passages: rows.flatMap((row) => {
      const said = saidOf(context, row);
      const found = now.get(row.decision.id);
      if (!said || !found) return [];
      const { start, end, quote, before, after, characters } = row.passage;
      return [{ ...said, start, end, quote, before, after, characters, now: found }];
    }),
  };
}

/** The words of one decision against its document, as far as this account may read that. */
export async function passageOf(
  context: Context,
  accountId: string,
  decisionId: string,
): Promise<DecisionPassage> {
  const [row] = boundAmong(context.db, [decisionId]);
  const said = row && saidOf(context, row);
  if (!said) return { passage: null };
  const { documentId } = row.passage;
  const access = await documentAccess(context.db, accountId, documentId);
  const document = access && (await documentById(context.db, access));
  const now = (await passagesNow(context, documentId, [row])).get(decisionId);
  if (!access || !document || !now) return { passage: { ...said, document: null } };
  noteSeen(context.db, access, context.now());
  return { passage: { ...said, document: { id: documentId, title: document.title, now } } };
}

/**
 * The words of a decision's passage as its document says them now, for proposing just these or amending to them.
 * Undefined where it is bound to none that this account may read, or where they are gone or can't be told.
 */
export async function wordsOfPassageNow(
  context: Context,
  accountId: string,
  decisionId: string,
): Promise<readonly Block[] | undefined> {
  const { passage } = await passageOf(context, accountId, decisionId);
  const now = passage?.document?.now;
  return now && 'blocks' in now ? now.blocks : undefined;
}

/** What is said of the decision itself; undefined for one with nothing to hold a document against. */
function saidOf({ db }: Context, { decision }: BoundRow): BoundDecision | undefined {
  const { id, number, question, sensitivity, body, createdAt } = decision;
  const bound = boundWords(body);
  const words = bound && wordsWithHash(db, id, bound.hash);
  if (!bound || !words) return undefined;
  const opened = body.sealed?.opensAt ?? createdAt;
  return {
    decisionId: id,
    number,
    question,
    restricted: sensitivity === 'restricted',
    as: bound.as,
    at: body.state.kind === 'ended' ? body.state.at : opened,
    words,
    hash: bound.hash,
  };
}
