import { partnershipsWords } from '../messages/en/partnerships.ts';
import type { HoldingKind } from '../partnerships/api.ts';
import { ROLES, type Role } from '../partnerships/roles.ts';

const HOLDER = /^((seat )?holder|holds it|lead|main|first|yes)?$/;
const SUBSTITUTE = /^(substitute|sub|deputy|stand-?in|alternate|second)$/;

/** How somebody is to sit at their seat: as its holder unless it says otherwise; undefined when it can't be told. */
export function readKind(written: string): HoldingKind | undefined {
  const plain = written.trim().toLowerCase().replace(/\s+/g, ' ');
  if (HOLDER.test(plain)) return 'holder';
  return SUBSTITUTE.test(plain) ? 'substitute' : undefined;
}

/** The roles that somebody named, in the order of roles, and the first name that is no role. */
export function readRoles(written: string): { roles: Role[]; unknown: string | undefined } {
  const names = written
    .split(/[,;/|+&\n]|\band\b/i)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== '-');
  const unknown = names.find((name) => roleCalled(name) === undefined);
  const named = names.map(roleCalled);
  return { roles: ROLES.filter((role) => named.includes(role)), unknown };
}

function roleCalled(name: string): Role | undefined {
  const wanted = name.toLowerCase().replace(/[\s_]+/g, ' ');
  return ROLES.find(
    (role) => role.replaceAll('_', ' ') === wanted || partnershipsWords.roles[role].toLowerCase() === wanted,
  );
}
