import { expect, it } from 'vitest';
import type { PartnershipAnswer } from '../../../../shared/partnerships/api.ts';
import { missingFrom } from '../../../../shared/partnerships/missing.ts';
import type { Role } from '../../../../shared/partnerships/roles.ts';
import { SIDES, type Side } from '../../../../shared/partnerships/sides.ts';

const seat = (id: string, side: Side, ...people: string[]): PartnershipAnswer['seats'][number] => ({
  ...{ id, side, code: id, name: id, note: '', version: '' },
  holders: people.map((memberId) => ({ memberId, name: memberId, kind: 'holder' })),
});
const member = (id: string, ...roles: Role[]): PartnershipAnswer['members'][number] => ({
  ...{ id, roles, name: id, isPseudonym: false, note: '', seatIds: [], version: '' },
});

it('[PART8] a side without a seat, a seat without people, and a seat that nobody can answer for are missing', () => {
  const members = [member('ann', 'leader'), member('fay', 'facilitator'), member('ros', 'recorder')];
  expect(missingFrom({ seats: [], members })).toEqual(SIDES.map((side) => ({ what: 'side', side })));
  const seats = [
    seat('c1', 'commissioner', 'ann'),
    seat('p1', 'contracted_provider'),
    seat('g1', 'community_provider', 'fay', 'ros'),
    seat('g2', 'community_provider', 'fay', 'ann'),
  ];
  expect(missingFrom({ seats, members })).toEqual([
    { what: 'side', side: 'people_who_use_services' },
    { what: 'holder', seat: seats[1] },
    { what: 'voice', seat: seats[2] },
  ]);
});
