import { expect, it } from 'vitest';
import { mayAccept, offerOf, type Standing } from '../../../../shared/invitations/accepting.ts';
import { hashOffer } from '../../../../shared/invitations/shown.ts';
import { stateOf } from '../../../../shared/invitations/states.ts';
import { maskAddress } from '../../../../shared/mail/maskAddress.ts';

const seat = {
  id: 's2',
  name: 'Skelby Good Neighbours',
  side: 'community_provider',
  invitedAs: 'holder',
  isHeld: false,
  isRetired: false,
} as const;

const standing: Standing = {
  ended: null,
  expiresAt: 1000,
  email: 'jane@example.org',
  roles: ['leader'],
  note: '',
  partnership: { name: 'Northvale', place: 'Here', purpose: 'Getting there' },
  invitedBy: 'Marsha Odell',
  seat,
};

const by = { email: 'jane@example.org', shown: hashOffer(offerOf(standing)), isMember: false };

it('[INV1] an invitation is open until the moment it runs out, and ends once', () => {
  const open = { ended: null, expiresAt: 1000 };
  expect([0, 999, 1000, 1001].map((now) => stateOf(open, now))).toEqual([
    'open',
    'open',
    'expired',
    'expired',
  ]);
  expect(stateOf({ ...open, ended: 'declined' }, 5000)).toBe('declined');
});

it('[INV5] accepting is allowed as it was shown, and for nothing else', () => {
  expect(mayAccept(standing, by, 0)).toBeUndefined();
  const changed: Standing[] = [
    { ...standing, roles: ['leader', 'ratifier'] },
    { ...standing, roles: [] },
    { ...standing, note: 'More' },
    { ...standing, invitedBy: undefined },
    { ...standing, expiresAt: 2000 },
    { ...standing, partnership: { ...standing.partnership, purpose: 'Another' } },
    { ...standing, seat: undefined },
    { ...standing, seat: { ...seat, name: 'Renamed' } },
    { ...standing, seat: { ...seat, side: 'commissioner' } },
    { ...standing, seat: { ...seat, invitedAs: 'substitute' } },
  ];
  for (const now of changed)
    expect(mayAccept(now, by, 0)).toMatchObject({
      refused: 'conflict',
      message: expect.stringContaining('changed'),
    });
});

it('[INV6] only the invited address accepts, and only once', () => {
  for (const email of [null, 'other@example.org', ''])
    expect(mayAccept(standing, { ...by, email }, 0)?.refused).toBe('not_allowed');
  expect(mayAccept(standing, { ...by, isMember: true }, 0)?.refused).toBe('conflict');
});

it('[INV8] whoever comes to a seat that was filled meanwhile is shown that they would be a substitute', () => {
  const filled = { ...standing, seat: { ...seat, isHeld: true } };
  expect(mayAccept(filled, by, 0)?.message).toContain('changed');
  expect(offerOf(filled).seat?.kind).toBe('substitute');
  expect(mayAccept(filled, { ...by, shown: hashOffer(offerOf(filled)) }, 0)).toBeUndefined();
  const retired = { ...standing, seat: { ...seat, isRetired: true } };
  expect(mayAccept(retired, by, 0)?.message).toContain('no longer at the table');
});

it('[INV9] what has ended is refused as what never was; what ran out says so', () => {
  for (const ended of ['accepted', 'declined', 'revoked', 'replaced'] as const)
    expect(mayAccept({ ...standing, ended }, by, 0)?.refused).toBe('not_found');
  expect(mayAccept(standing, by, 1000)?.message).toContain('run out');
});

it('[INV6] a masked address shows its first letter and where it is', () => {
  expect(maskAddress('jane@council.example')).toBe('j•••@council.example');
  expect(maskAddress('𝓳ane@x.org')).toBe('𝓳•••@x.org');
});
