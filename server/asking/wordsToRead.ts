import { countWords } from '../../shared/documents/countWords.ts';
import type { Context } from '../context.ts';
import { textsOf } from '../decisions/textStore.ts';
import { blocksOf } from '../documents/words.ts';
import type { Found } from './subject.ts';

/** How many words there are to read of what people are asked about. */
export async function wordsToRead(
  { db, content }: Pick<Context, 'db' | 'content'>,
  found: Found,
): Promise<number> {
  const { about, decision } = found;
  if (!decision) return countWords(await blocksOf(content, about.id));
  const { versions, draft, sealed } = decision.body;
  const hash = versions.at(-1)?.hash ?? draft.proposal ?? '';
  const easyRead = (sealed ?? draft).easyRead ?? '';
  return (
    countWords(textsOf(db.orm, decision.id).get(hash) ?? []) + easyRead.split(/\s+/).filter(Boolean).length
  );
}
