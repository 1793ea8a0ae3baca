import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  everyLine,
  presetLines,
  RIGHTS,
  type RightLine,
  rightOf,
  SENSITIVITIES,
} from '../../../../shared/access.ts';
import { checkRights, mayCreate, mayManage } from '../../../../shared/documents/managing.ts';
import { ROLES, type Role } from '../../../../shared/partnerships/roles.ts';
import { isRefusal } from '../../../../shared/refusal.ts';

const seats = [
  { id: 'c', side: 'commissioner' },
  { id: 'p', side: 'contracted_provider' },
  { id: 'u', side: 'people_who_use_services' },
] as const;
const members = [
  { memberId: 'anna', seatIds: ['c'], roles: [] as Role[] },
  { memberId: 'paul', seatIds: ['p'], roles: [] as Role[] },
  { memberId: 'fay', seatIds: [], roles: ['facilitator'] as Role[] },
];
const partnership = (createdBy: string | null = 'anna') => ({
  holders: everyLine([], seats),
  members,
  createdBy,
});

it('[HTTP3] a seat, or serving the meeting, lets you start a document', () => {
  expect(mayCreate({ seatIds: ['c'], roles: [] })).toBeUndefined();
  for (const role of ROLES)
    expect(isRefusal(mayCreate({ seatIds: [], roles: [role] }))).toBe(
      role !== 'facilitator' && role !== 'recorder',
    );
});

it('[HTTP3] a facilitator who may read manages; the person who started it, while they may edit', () => {
  const may = (memberId: string, roles: Role[]) =>
    RIGHTS.filter((right) => mayManage({ memberId, roles, right }, 'anna'));
  expect(may('fay', ['facilitator'])).toEqual(['read', 'comment', 'edit']);
  expect(may('anna', [])).toEqual(['edit']);
  expect(may('paul', ['recorder', 'administrator'])).toEqual([]);
  expect(mayManage({ memberId: 'anna', roles: [], right: 'edit' }, null)).toBe(false);
});

it('[DOC8] both presets are always accepted', () => {
  for (const preset of ['equals', 'steering'] as const)
    expect(
      checkRights({ sensitivity: 'members', lines: presetLines(preset, seats) }, partnership(null)),
    ).toBeUndefined();
});

const anyLines: fc.Arbitrary<RightLine[]> = fc
  .uniqueArray(
    fc.record({
      line: fc.constantFrom(...everyLine([], seats)),
      right: fc.constantFrom(...RIGHTS),
    }),
    { selector: ({ line }) => `${line.holderKind} ${line.holder}` },
  )
  .map((found) => found.map(({ line, right }) => ({ ...line, right })));

const anySensitivity = fc.constantFrom(...SENSITIVITIES);

it('[DOC8] whatever rights are accepted, somebody can write and somebody can change them back', () => {
  fc.assert(
    fc.property(
      anyLines,
      fc.constantFrom('anna', 'paul', null),
      anySensitivity,
      (lines, createdBy, sensitivity) => {
        const accepted = checkRights({ sensitivity, lines }, partnership(createdBy)) === undefined;
        const rights = members.map((member) => ({
          ...member,
          right: rightOf(member, { sensitivity, lines }),
        }));
        const writable = rights.some(({ right }) => right === 'edit');
        const manageable = rights.some((member) => mayManage(member, createdBy));
        expect(accepted).toBe(writable && manageable);
      },
    ),
    { numRuns: 2000 },
  );
});
