import { atLeast, type Right } from '../../shared/access.ts';
import type { Frame } from '../../shared/sync/frames.ts';

/** What a client can say; `malformed` is not something that anybody may. */
export type Said = Exclude<Frame['is'], 'malformed'>;

/**
 * The right in the document that each message needs. Nobody is connected without the right to read.
 * Presence needs no more, but what a reader says of a caret is left out before anyone hears it.
 */
export const MESSAGE_RULES: Readonly<Record<Said, Exclude<Right, 'none'>>> = {
  syncStep1: 'read',
  syncStep2: 'edit',
  update: 'edit',
  awareness: 'read',
  queryAwareness: 'read',
};

export function maySay(right: Right, said: Said): boolean {
  return atLeast(right, MESSAGE_RULES[said]);
}
