import type { Query, QueryClient } from '@tanstack/react-query';
import type { Change, ChangeKind } from '../../shared/live/changes.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly follows?: readonly Followed[] };
  }
}

/** What an answer of the server depends on: one thing, or with no id all of its kind. */
export interface Followed {
  readonly kind: ChangeKind;
  readonly id?: string;
}

/** Asks again for whatever on the page depends on what changed. */
export function askAgain(client: QueryClient, change: Change): void {
  void client.invalidateQueries({
    predicate: ({ meta }) =>
      follows(meta).some(({ kind, id }) => kind === change.kind && (id === undefined || id === change.id)),
  });
}

/** Asks again for everything that follows anything: after a silence, nobody knows what was missed. */
export function askForAllAgain(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ meta }) => follows(meta).length > 0 });
}

function follows(meta: Query['meta']): readonly Followed[] {
  return meta?.follows ?? [];
}
