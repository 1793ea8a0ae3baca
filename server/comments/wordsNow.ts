import type { WordsNow } from '../../shared/comments/api.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
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
  return new Map(
    threads.flatMap((thread) => {
      const now = found.get(`${PREFIX}${thread.id}`);
      return now ? [[thread.id, wordsNow(thread, now)] as const] : [];
    }),
  );
}

/** How a thread's words are looked for; undefined for one that is about the whole. */
export function wantedOf(thread: ThreadRow): Wanted | undefined {
  const { id, start, end, quote, before, after, characters, hash } = thread;
  if (!start || !end || hash === null) return undefined;
  return { key: `${PREFIX}${id}`, hash, passage: { start, end, quote, before, after, characters } };
}

/** Of a suggestion the form counts too, because it is put in the place of exactly these words; of a comment what they say. */
function wordsNow({ kind, quote }: ThreadRow, found: PassageNow): WordsNow {
  switch (found.state) {
    case 'as_agreed':
      return { state: 'as_quoted', stretch: found.stretch };
    case 'changed': {
      const { stretch, blocks } = found;
      const words = wordsOf(blocks);
      return kind === 'comment' && words === quote
        ? { state: 'as_quoted', stretch }
        : { state: 'changed', stretch, words };
    }
    case 'gone':
      return { state: 'gone' };
    case 'cannot_tell':
      return { state: 'cannot_tell', why: found.why };
  }
}

/** The words alone, in the form of a quote. */
function wordsOf(blocks: readonly Block[]): string {
  return textBlocksIn(blocks).map(textOfRuns).join('\n');
}

const PREFIX = 'thread ';
