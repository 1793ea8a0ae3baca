import { atLeast } from '../../shared/access.ts';
import { type Commenting, LONGEST_COMMENT, LONGEST_SUPPORTER } from '../../shared/comments/comment.ts';
import type { Stretch } from '../../shared/documents/layout.ts';
import { commentsWords } from '../../shared/messages/en/comments.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import { type NewThread, startThread } from '../comments/add.ts';
import type { Context } from '../context.ts';
import { boundAmong } from '../decisions/passageStore.ts';
import { passagesNow } from '../decisions/passages.ts';
import { inDocument } from '../passages/inDocument.ts';
import { documentRightBy, type LinkAccess } from './access.ts';
import { bindChosen, type Chosen } from './anchors.ts';
import { WHOLE } from './CommentForm.tsx';
import type { Done } from './donePage.tsx';
import { isProof } from './formProof.ts';
import { noteUse } from './linkStore.ts';
import { type Paragraph, paragraphShown } from './paragraphs.ts';
import { sentencesIn } from './sentences.ts';
import type { Typed } from './typed.ts';

const words = takePartWords.refused;

/**
 * Takes a comment that was sent by a link: on all of it, or on words of `paragraphs`, which are those that a page would
 * show now. Where those words stand in a living document, it stands beside them there. The same form sent twice is one
 * comment.
 */
export async function commentByLink(
  context: Context,
  access: LinkAccess,
  typed: Typed,
  paragraphs: readonly Paragraph[],
): Promise<Done | Refusal> {
  const { token, link } = access;
  if (!access.mayComment) return refuse('not_allowed', words.mayNot);
  const { shown = '', proof = '', request = '' } = typed;
  if (!isProof(proof, token, shown) || !REQUEST.test(request)) return refuse('not_allowed', words.form);
  const errors = wrongIn(typed);
  const chosen = shown === '' ? null : chosenIn(typed, paragraphs);
  if (chosen && isRefusal(chosen)) return { ...chosen, fields: { ...errors, ...chosen.fields } };
  if (Object.keys(errors).length > 0) return refuse('invalid', words.fix, errors);
  const said = (typed.words ?? '').trim();
  const supporter = typed.supporter?.trim() || null;
  const seatId = access.seat?.id ?? null;
  const by: Commenting = {
    ...{ memberId: link.memberId, seatId, via: 'link', supporter, enteredBy: null, witness: null },
  };
  const what = await whereItStands(context, access, chosen, said);
  const started = await startThread(context, by, { ...what, requestId: `link-${request}` });
  if (isRefusal(started)) return started;
  noteUse(context.db.orm, link.id, context.now());
  const quote = chosen ? chosen.text.slice(chosen.from, chosen.to) : null;
  return { kind: 'comment', words: said, quote, supporter };
}

const REQUEST = /^[A-Za-z0-9_-]{8,56}$/;

function wrongIn(typed: Typed): Record<string, string> {
  const length = typed.words?.trim().length ?? 0;
  const by = length - LONGEST_COMMENT + ROOM_FOR_QUOTE;
  const supporter = (typed.supporter?.trim().length ?? 0) > LONGEST_SUPPORTER;
  return {
    ...(length === 0 && { words: commentsWords.empty }),
    ...(by > 0 && { words: fill(words.tooLong, { by }) }),
    ...(supporter && { supporter: commentsWords.supporterTooLong }),
  };
}

/** Which words a comment is about: a whole paragraph, or one of its sentences. */
function chosenIn(typed: Typed, paragraphs: readonly Paragraph[]): Chosen | Refusal {
  const number = Number(typed.paragraph ?? '');
  const found = paragraphShown(paragraphs, number, typed.shown ?? '');
  if (!found) return refuse('conflict', paragraphs[number] ? words.amendedSentence : words.gone);
  const { text } = found;
  if (typed.which === WHOLE) return { paragraph: found.number, text, from: 0, to: text.length };
  const sentence = sentencesIn(text)[typed.which ? Number(typed.which) : -1];
  if (!sentence) return refuse('invalid', words.fix, { which: words.chooseWords });
  return { paragraph: found.number, text, from: sentence.from, to: sentence.to };
}

type Where = Pick<NewThread, 'about' | 'words'> & Partial<Pick<NewThread, 'passage'>>;

async function whereItStands(
  context: Context,
  access: LinkAccess,
  chosen: Chosen | null,
  said: string,
): Promise<Where> {
  const { about } = access;
  if (!chosen) return { about, words: said };
  const found = await inLivingWords(context, access, chosen);
  if (found) {
    const { start, end, hash } = found.bound;
    return { about: { kind: 'document', id: found.documentId }, passage: { start, end, hash }, words: said };
  }
  const quote = chosen.text.slice(chosen.from, chosen.to);
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
  return { about, words: `${fill(takePartWords.comment.quoted, { quote: short })}\n\n${said}` };
}

const LONGEST_QUOTE = 300;
const ROOM_FOR_QUOTE = 400;

/** The chosen words in the document that they stand in: the link's own, or the one that its decision is bound to. */
async function inLivingWords(
  context: Context,
  { about, link, member }: LinkAccess,
  chosen: Chosen,
): Promise<{ documentId: string; bound: BoundPassage } | undefined> {
  const bind = async (documentId: string, within?: Stretch) => {
    const bound = await inDocument(context.content, documentId, ({ layout }) =>
      bindChosen(layout, within ?? layout.whole(), chosen),
    );
    return bound && { documentId, bound };
  };
  if (about.kind === 'document') return bind(about.id);
  const [row] = boundAmong(context.db, [about.id]);
  if (!row) return undefined;
  const { documentId } = row.passage;
  const right = documentRightBy(context.db.orm, { documentId, partnershipId: link.partnershipId }, member);
  if (!atLeast(right, 'comment')) return undefined;
  const now = (await passagesNow(context, documentId, [row])).get(about.id);
  // Words that differ from the decision's are not those that were shown.
  return now?.state === 'as_agreed' ? bind(documentId, now.stretch) : undefined;
}
