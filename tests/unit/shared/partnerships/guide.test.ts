import { expect, it } from 'vitest';
import { newPartnership } from '../../../../shared/partnerships/changes.ts';
import {
  emptyDraft,
  firstOpenStep,
  foundingOf,
  GUIDE_STEPS,
  type GuideDraft,
  wrongInStep,
} from '../../../../shared/partnerships/guide.ts';

const full: GuideDraft = {
  name: 'Winter warmth',
  place: 'Fenwick',
  purpose: 'Nobody is cold.',
  whyTogether: 'Many are.',
  whyNow: 'Five winters.',
  preset: 'steering',
  seats: [
    { key: 'a', side: 'commissioner', name: 'Council' },
    { key: 'b', side: 'commissioner', name: '  ' },
    { key: 'c', side: 'people_who_use_services', name: 'Tenants' },
  ],
  ownName: 'Ann',
  ownSeat: 'c',
  ownKind: 'substitute',
  ownRoles: ['recorder'],
};

it('[GUIDE1] the questions come in order, each says what is wrong with its own answer alone', () => {
  const draft = emptyDraft('Ann');
  expect(firstOpenStep(draft)).toBe('name');
  for (const step of GUIDE_STEPS) {
    const wrong = Object.keys(wrongInStep(step, draft));
    expect(wrong).toEqual(step === 'you' ? [] : step === 'check' ? ['name'] : [step]);
    expect(wrongInStep(step, full)).toEqual({});
  }
  expect(firstOpenStep(full)).toBe('check');
  expect(firstOpenStep({ ...full, preset: null })).toBe('preset');
  expect(wrongInStep('you', { ...full, ownName: ' ' })).toEqual({ ownName: expect.any(String) });
});

it('[GUIDE1] a seat that is named twice or too long is marked where it stands', () => {
  const twice = [...full.seats, { key: 'd', side: 'community_provider' as const, name: 'council ' }];
  expect(wrongInStep('seats', { ...full, seats: twice })).toEqual({ d: expect.any(String) });
  const long = [...full.seats, { key: 'e', side: 'community_provider' as const, name: 'x'.repeat(121) }];
  expect(wrongInStep('seats', { ...full, seats: long })).toEqual({ e: expect.any(String) });
});

it('[GUIDE1] a full draft is what the server takes: without empty lines, one’s own seat by its place', () => {
  const wanted = foundingOf(full);
  expect(newPartnership.parse(wanted)).toEqual(wanted);
  expect(wanted.seats.map(({ name }) => name)).toEqual(['Council', 'Tenants']);
  expect(wanted.ownSeat).toEqual({ at: 1, kind: 'substitute' });
  expect(foundingOf({ ...full, ownSeat: 'b' }).ownSeat).toBeNull();
  expect(foundingOf({ ...full, ownSeat: 'gone' }).ownSeat).toBeNull();
});
