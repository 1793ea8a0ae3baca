import type { NamedInAnswer } from '../../shared/documents/namedInApi.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { documentsFor } from './store.ts';
import { documentWords } from './words.ts';

/**
 * The documents that a member may read in which they stand by name: pointed at, or with the name that they go
 * by now written out. Who is about to take a chosen name needs to know: words that are written stay.
 */
export async function namedIn(
  { db, content }: Pick<Context, 'db' | 'content'>,
  partnershipId: string,
  member: OwnMember,
): Promise<NamedInAnswer['documents']> {
  const readable = [
    ...(await documentsFor(db, partnershipId, member, false)),
    ...(await documentsFor(db, partnershipId, member, true)),
  ];
  const found: NamedInAnswer['documents'] = [];
  for (const { id, title } of readable) {
    const { blocks, text } = await documentWords(content, id);
    const isPointedAt = textBlocksIn(blocks).some(({ runs }) =>
      runs.some(({ mention }) => mention?.kind === 'member' && mention.id === member.id),
    );
    if (isPointedAt || hasName(`${title} ${text}`, member.name)) found.push({ id, title });
  }
  return found;
}

function hasName(words: string, name: string): boolean {
  return words.toLowerCase().includes(name.toLowerCase());
}
