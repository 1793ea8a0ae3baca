import type { DraftPatch } from '../../shared/decisions/changeApi.ts';
import type { Draft } from '../../shared/decisions/draft.ts';
import type { Body } from '../../shared/decisions/electorate.ts';
import { versionOf } from '../partnerships/version.ts';

export type Fields = DraftPatch['fields'];
type Field = keyof Fields;

const FIELDS: readonly Field[] = [
  'question',
  'proposal',
  'standing',
  'rule',
  'opensAt',
  'closesAt',
  'reviewAt',
  'conflicts',
  'alternatives',
  'rejected',
  'conditions',
  'easyRead',
  'follows',
  'organisations',
  'restricted',
];

export interface Writable {
  readonly draft: Draft;
  readonly restricted: boolean;
}

/** What each field's present content is called. A field that is not set has ''. */
export function fieldVersions(written: Writable): Record<Field, string> {
  return Object.fromEntries(
    FIELDS.map((field) => {
      const value = contentOf(written, field);
      return [field, value === undefined ? '' : versionOf(value)];
    }),
  ) as Record<Field, string>;
}

function contentOf({ draft, restricted }: Writable, field: Field): unknown {
  switch (field) {
    case 'restricted':
      return restricted;
    case 'organisations':
      return draft.electorate;
    default:
      return draft[field];
  }
}

/** The draft with these fields written into it; null takes a field out. */
export function withFields(draft: Draft, { restricted: _, organisations, ...fields }: Fields): Draft {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  const kept = Object.entries(draft).filter(
    ([field]) => !(field in fields) && !(field === 'electorate' && organisations !== undefined),
  );
  const electorate = (organisations ?? []).flatMap(({ body, seats }) => seats.map((id) => ({ id, body })));
  return {
    ...Object.fromEntries([...kept, ...set]),
    // Only whose they are is kept here; which seats vote, and on which side, is looked up at opening.
    ...(electorate.length > 0 && {
      electorate: electorate.map(({ id, body }: { id: string; body: Body }) => ({
        id,
        side: 'commissioner' as const,
        body,
      })),
    }),
  };
}
