import type { WordsNow } from '../../shared/comments/api.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import type { PassageNow } from '../../shared/passages/findPassage.ts';
import type { Context } from '../context.ts';
import { passagesFound, type Wanted } from '../passages/found.ts';
import type { ThreadRow } from './store.ts';

/** What has become of the words that these threads, all on one document, are about: by the threads' ids. */
export async function wordsNowOf(
  context: Pick<Context, 'db' | 'content'>,
  documentId: string,
  threads: readonly ThreadRow[],
): Promise<ReadonlyMap<string, WordsNow>> {
  const wanted = threads.flatMap((thread) => wantedOf(thread) ?? []);
  if (wanted.length === 0) return new Map();
  const found = await passagesFound(context, documentId, wanted);
  return new Map(wanted.map(({ key }) => [key.slice(PREFIX.length), wordsNow(found.get(key) as PassageNow)]));
}

/** How a thread's words are looked for; undefined for one that is about the whole. */
export function wantedOf(thread: ThreadRow): Wanted | undefined {
  const { id, start, end, quote, before, after, characters, hash } = thread;
  if (!start || !end || hash === null) return undefined;
  return { key: `${PREFIX}${id}`, hash, passage: { start, end, quote, before, after, characters } };
}

function wordsNow(found: PassageNow): WordsNow {
  switch (found.state) {
    case 'as_agreed':
      return { state: 'as_quoted', stretch: found.stretch };
    case 'changed':
      return { state: 'changed', stretch: found.stretch, words: renderText(found.blocks) };
    case 'gone':
      return { state: 'gone' };
    case 'cannot_tell':
      return { state: 'cannot_tell', why: found.why };
  }
}

const PREFIX = 'thread ';
