import type { Role } from '../../shared/partnerships/roles.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { northvaleFile } from './northvaleFile.ts';

export interface CastMember {
  readonly name: string;
  readonly isPseudonym: boolean;
  readonly note: string;
  readonly seat: { readonly code: string; readonly kind: 'holder' | 'substitute' } | undefined;
  readonly roles: readonly Role[];
}

export interface CastSeat {
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly note: string;
}

export interface Cast {
  readonly name: string;
  readonly place: string;
  readonly purpose: string;
  readonly startedAt: number;
  readonly seats: readonly CastSeat[];
  readonly people: readonly CastMember[];
}

const PSEUDONYM = / \(pseudonym\)$/;

/** The Northvale partnership's seats and people, in the order of its file; also the tests' world. */
export function northvaleCast(): Cast {
  const file = northvaleFile();
  const leaders = new Set(file.behaviours.map(({ leader }) => leader.replace(/ \(\w+\)$/, '')));
  const person = (name: string, rest: Pick<CastMember, 'note' | 'seat' | 'roles'>): CastMember => ({
    name: name.replace(PSEUDONYM, ''),
    isPseudonym: PSEUDONYM.test(name),
    ...rest,
  });
  const seated = file.parties.flatMap((party) => [
    person(party.lead, {
      note: '',
      seat: { code: party.id, kind: 'holder' },
      roles: leaders.has(party.lead) ? ['leader'] : [],
    }),
    ...(party.substitute
      ? [person(party.substitute, { note: '', seat: { code: party.id, kind: 'substitute' }, roles: [] })]
      : []),
  ]);
  const others = file.people_without_votes.map(({ name, role, note }) =>
    person(name, { note: note ?? '', seat: undefined, roles: [role] }),
  );
  return {
    name: file.partnership.name,
    place: file.partnership.place,
    purpose: file.partnership.political_outcome.text,
    startedAt: Date.parse(file.partnership.started),
    seats: file.parties.map(({ id, name, side, note }) => ({ code: id, name, side, note: note ?? '' })),
    people: [...seated, ...others],
  };
}
