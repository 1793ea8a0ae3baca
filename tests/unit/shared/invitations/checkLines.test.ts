import { describe, expect, it } from 'vitest';
import { checkLines, type InvitingTable } from '../../../../shared/invitations/checkLines.ts';
import { EMPTY_LINE, type InviteLine } from '../../../../shared/invitations/lines.ts';

const table: InvitingTable = {
  seats: [
    { id: 's1', code: 'C1', name: 'Northvale Council', holder: 'Priya Nandra', holderInvited: false },
    { id: 's2', code: 'G1', name: 'Skelby  Good Neighbours', holder: undefined, holderInvited: false },
    { id: 's3', code: 'G2', name: 'Twins', holder: undefined, holderInvited: true },
    { id: 's4', code: 'G3', name: 'twins', holder: undefined, holderInvited: false },
  ],
  memberAddresses: new Set(['in@example.org']),
  invitedAddresses: new Set(['asked@example.org']),
  tiredAddresses: new Set(['tired@example.org']),
};

const line = (parts: Partial<InviteLine>): InviteLine => ({
  ...EMPTY_LINE,
  email: 'jane@example.org',
  ...parts,
});
const check = (...lines: Partial<InviteLine>[]) => checkLines(lines.map(line), table);
const problemsOf = (parts: Partial<InviteLine>) => check(parts)[0]?.problems;

describe('a line of a list of people to invite', () => {
  it('[INV2] is understood whatever its capitals and blanks', () => {
    const written = {
      name: ' Jane Doe ',
      email: ' Jane@Example.ORG ',
      seat: 'skelby good neighbours',
      kind: 'Substitute',
      roles: 'Leader and  elected_member',
      note: ' Do come. ',
    };
    expect(check(written)[0]).toEqual({
      line: written,
      invitee: {
        name: 'Jane Doe',
        email: 'jane@example.org',
        seat: { id: 's2', kind: 'substitute' },
        roles: ['leader', 'elected_member'],
        note: 'Do come.',
      },
      problems: {},
      remark: undefined,
    });
  });

  it('[INV2] needs a whole address, and says what one looks like', () => {
    for (const email of [
      'jane',
      'jane@',
      '@example.org',
      'jane@example',
      'a b@example.org',
      `${'x'.repeat(250)}@example.org`,
    ])
      expect(problemsOf({ email, seat: 'G1' })?.email).toContain('name@example.org');
    expect(problemsOf({ email: '  ', seat: 'G1' })).toEqual({ email: 'Write an email address.' });
  });

  it('[INV2] needs a seat or a role that the table has, and only one seat of that name', () => {
    expect(problemsOf({})).toEqual({ seat: 'Choose a seat, a role or both.' });
    expect(problemsOf({ seat: 'Nothvale' })?.seat).toContain('No seat here is called “Nothvale”');
    expect(problemsOf({ seat: 'skelby' })?.seat).toContain('Did you mean Skelby  Good Neighbours?');
    expect(problemsOf({ seat: 'twins' })?.seat).toContain('Two seats here are called “twins”');
    expect(problemsOf({ seat: 'g3' })).toEqual({});
    expect(problemsOf({ roles: 'observer' })).toEqual({});
    expect(problemsOf({ roles: 'observer, boss' })?.roles).toContain('No role here is called “boss”');
    expect(problemsOf({ seat: 'G1', kind: 'maybe' })?.kind).toContain('“maybe” is not clear');
  });

  it('[INV2] says everything that is wrong at once, each beside its part', () => {
    expect(
      Object.keys(
        problemsOf({
          name: 'n'.repeat(121),
          email: 'x',
          seat: 'y',
          kind: 'z',
          roles: 'q',
          note: 'm'.repeat(401),
        }) ?? {},
      ).sort(),
    ).toEqual(['email', 'kind', 'name', 'note', 'roles', 'seat']);
  });

  it('[INV4] makes nobody a facilitator, whatever else stands there', () => {
    for (const roles of ['facilitator', 'Facilitator', 'observer; FACILITATOR']) {
      const [checked] = check({ seat: 'G1', roles });
      expect(checked?.invitee).toBeUndefined();
      expect(checked?.problems.roles).toContain('can’t make anyone a facilitator');
    }
  });

  it('[INV4] invites nobody who is there, who is invited, or who stands further up', () => {
    expect(problemsOf({ email: 'IN@example.org', seat: 'G1' })?.email).toContain(
      'in the partnership already',
    );
    expect(problemsOf({ email: 'asked@example.org', seat: 'G1' })?.email).toContain('invited already');
    expect(problemsOf({ email: 'tired@example.org', seat: 'G1' })?.email).toContain('five invitations');
    const [first, second] = check({ seat: 'G1' }, { email: 'JANE@example.org', seat: 'C1' });
    expect(first?.problems).toEqual({});
    expect(second?.problems.email).toContain('further up');
  });

  it('[INV8] remarks on a seat that is held, or that more than one is invited to hold', () => {
    expect(check({ seat: 'C1' })[0]?.remark).toContain('Priya Nandra holds this seat');
    expect(check({ seat: 'C1', kind: 'substitute' })[0]?.remark).toBeUndefined();
    expect(check({ seat: 'G2' })[0]?.remark).toContain('The first to accept holds it');
    const two = check({ seat: 'G1' }, { email: 'ann@example.org', seat: 'G1' });
    expect(two.map(({ remark }) => remark?.includes('The first to accept'))).toEqual([true, true]);
    expect(check({ seat: 'G1' })[0]?.remark).toBeUndefined();
  });
});
