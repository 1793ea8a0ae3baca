import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROLES, type Role } from '../../../../shared/partnerships/roles.ts';
import {
  mayAnswer,
  mayDepart,
  mayGiveRoles,
  mayHandOver,
  mayRetire,
  mayRun,
  maySeat,
  type Person,
  type Running,
} from '../../../../shared/partnerships/running.ts';
import { seatCodes } from '../../../../shared/partnerships/seatCodes.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  roles: [],
  seats: [],
  maySignIn: true,
  ...more,
});
const table: Running = {
  seats: [
    { id: 'c1', name: 'Council', side: 'commissioner' },
    { id: 'c2', name: 'NHS', side: 'commissioner' },
    { id: 'p1', name: 'Care Ltd', side: 'contracted_provider' },
  ],
  people: [
    person('fay', { roles: ['facilitator'] }),
    person('anna', { seats: [{ id: 'c1', kind: 'holder' }] }),
    person('col', { seats: [{ id: 'c2', kind: 'holder' }] }),
    person('paul', { seats: [{ id: 'p1', kind: 'holder' }] }),
    person('adi', { roles: ['administrator'] }),
  ],
};
const withRoles = (id: string, roles: readonly Role[], from = table): Running => ({
  ...from,
  people: from.people.map((one) => (one.id === id ? { ...one, roles } : one)),
});

it('[PART2] nobody but a facilitator changes seats, who is in them, and roles', () => {
  for (const role of ROLES) {
    const running = withRoles('anna', [role]);
    const allowed = role === 'facilitator';
    expect(mayRun(running, 'anna') === undefined).toBe(allowed);
    expect(mayRetire(running, 'anna', 'p1') === undefined).toBe(allowed);
    expect(mayGiveRoles(running, 'anna', 'col', ['observer']) === undefined).toBe(allowed);
    expect(mayGiveRoles(running, 'anna', 'anna', ['facilitator']) === undefined).toBe(allowed);
    expect(mayHandOver(running, 'anna', 'col') === undefined).toBe(allowed);
    expect(maySeat(running, 'anna', 'p1', { holder: 'paul', substitutes: [] }) === undefined).toBe(allowed);
  }
  expect(mayRun(table, 'someone-who-left')).toMatchObject({ refused: 'not_found' });
});

it('[PART3] the last facilitator can’t leave, be removed or lose the role, and can hand over', () => {
  expect(mayDepart(table, 'fay', 'fay')).toMatchObject({ refused: 'conflict' });
  expect(mayDepart(table, 'adi', 'fay')).toMatchObject({ refused: 'conflict' });
  expect(mayGiveRoles(table, 'fay', 'fay', ['observer'])).toMatchObject({ refused: 'invalid' });
  expect(mayHandOver(table, 'fay', 'anna')).toBeUndefined();
  const two = withRoles('anna', ['facilitator']);
  expect(mayDepart(two, 'fay', 'fay')).toBeUndefined();
  expect(mayGiveRoles(two, 'fay', 'fay', [])).toBeUndefined();
});

it('[PART3] a facilitator whose account is closed does not count, and can’t be handed over to', () => {
  const closed: Running = {
    ...table,
    people: [...table.people, person('gus', { roles: ['facilitator'], maySignIn: false })],
  };
  expect(mayDepart(closed, 'fay', 'fay')).toMatchObject({ refused: 'conflict' });
  expect(mayHandOver(closed, 'fay', 'gus')).toMatchObject({ fields: { to: expect.any(String) } });
  expect(mayHandOver(table, 'fay', 'fay')).toMatchObject({ fields: { to: expect.any(String) } });
  expect(mayHandOver(table, 'fay', 'nobody')).toMatchObject({ fields: { to: expect.any(String) } });
});

it('[PART3] whatever is done that is allowed, somebody who can sign in still runs the partnership', () => {
  const role = fc.constantFrom(...ROLES);
  const people = fc
    .array(fc.record({ roles: fc.uniqueArray(role), maySignIn: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((found) => found.map((one, at) => person(`m${at}`, one)));
  const isRun = (found: readonly Person[]) =>
    found.some(({ roles, maySignIn }) => maySignIn && roles.includes('facilitator'));
  fc.assert(
    fc.property(people, fc.nat(4), fc.nat(4), fc.uniqueArray(role), (found, a, b, roles) => {
      fc.pre(isRun(found));
      const running = { seats: table.seats, people: found };
      const [doer, other] = [`m${a % found.length}`, `m${b % found.length}`];
      if (!mayDepart(running, doer, other)) expect(isRun(found.filter(({ id }) => id !== other))).toBe(true);
      if (!mayGiveRoles(running, doer, other, roles))
        expect(isRun(found.map((one) => (one.id === other ? { ...one, roles } : one)))).toBe(true);
      if (!mayHandOver(running, doer, other)) expect(found[b % found.length]?.maySignIn).toBe(true);
    }),
  );
});

it('[PART4] one person holds one seat, may stand in for others of that side, and for none of another', () => {
  const seat = (seatId: string, holder: string | null, substitutes: string[] = []) =>
    maySeat(table, 'fay', seatId, { holder, substitutes });
  expect(seat('c1', 'col')).toMatchObject({ fields: { holder: expect.stringContaining('another seat') } });
  expect(seat('c1', 'anna', ['col'])).toBeUndefined();
  expect(seat('c1', 'anna', ['paul'])).toMatchObject({ fields: { substitutes: expect.any(String) } });
  expect(seat('c1', 'paul')).toMatchObject({ fields: { holder: expect.any(String) } });
  expect(seat('c1', 'anna', ['anna'])).toMatchObject({ fields: { substitutes: expect.any(String) } });
  expect(seat('c1', null)).toBeUndefined();
  expect(seat('c1', null, ['anna', 'adi'])).toBeUndefined();
  expect(seat('c1', 'someone-who-left')).toMatchObject({ fields: { holder: expect.any(String) } });
  expect(seat('retired', 'anna')).toMatchObject({ refused: 'not_found' });
});

it('[PART4] whoever facilitates, records or keeps the key to names answers for no seat', () => {
  const silent = ROLES.filter((role) => !mayAnswer([role]));
  expect(silent).toEqual(['facilitator', 'recorder', 'safeguarding_lead']);
  expect(mayAnswer([])).toBe(true);
  expect(mayAnswer(['leader', 'recorder'])).toBe(false);
});

it('[PART6] anyone may leave; a facilitator or an administrator removes others, and nobody else', () => {
  expect(mayDepart(table, 'anna', 'anna')).toBeUndefined();
  for (const role of ROLES) {
    const running = withRoles('anna', [role]);
    const allowed = role === 'facilitator' || role === 'administrator';
    expect(mayDepart(running, 'anna', 'paul') === undefined).toBe(allowed);
  }
  expect(mayDepart(table, 'fay', 'someone-who-left')).toMatchObject({ refused: 'not_found' });
});

it('[PART7] a seat can be taken away while another is left', () => {
  expect(mayRetire(table, 'fay', 'c1')).toBeUndefined();
  expect(mayRetire(table, 'fay', 'c9')).toMatchObject({ refused: 'not_found' });
  const one = { ...table, seats: table.seats.slice(0, 1) };
  expect(mayRetire(one, 'fay', 'c1')).toMatchObject({ refused: 'conflict' });
});

it('[PART1] each seat has a short code of its own, which no later seat gets again', () => {
  const sides = ['commissioner', 'people_who_use_services', 'commissioner'] as const;
  expect(
    seatCodes(
      ['C1', 'C4', 'X'],
      sides.map((side) => ({ side })),
    ),
  ).toEqual(['C5', 'U1', 'C6']);
});
