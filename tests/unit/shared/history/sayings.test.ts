import { expect, it } from 'vitest';
import { sayEntry } from '../../../../shared/history/sayings.ts';
import type { Happening } from '../../../../shared/journal/entries.ts';
import { historyWords } from '../../../../shared/messages/en/history.ts';

const NAMES: Record<string, string> = { ann: 'Ann', bob: 'Bob', c1: 'The Council', d: 'Our plan' };
const named = (id: string) => NAMES[id];
const names = { member: named, seat: named, document: named };
const say = (happening: Happening, subjectId = 'bob', memberId: string | null = 'ann') =>
  sayEntry({ ...happening, subjectId, memberId, partnershipId: 'p', at: 1 }, names);

it('[HIST1] each kind of change is one plain sentence with who did it, and what exactly', () => {
  expect(say({ kind: 'document_renamed', detail: { from: 'A', to: 'B' } }, 'd')).toEqual({
    words: 'Ann renamed “A”. It is now “B”.',
    details: [],
  });
  expect(
    say({
      kind: 'member_roles_changed',
      detail: { from: ['observer'], to: ['leader', 'ratifier'], reason: '' },
    }),
  ).toEqual({
    words: 'Ann changed the roles of Bob.',
    details: ['Now: Leader, Ratifier', 'Before: Observer'],
  });
  expect(
    say({
      kind: 'seat_people_changed',
      detail: {
        name: 'The Council',
        from: [],
        to: [
          { memberId: 'ann', kind: 'holder' },
          { memberId: 'bob', kind: 'substitute' },
        ],
        reason: '',
      },
    }).details,
  ).toEqual(['Now: Ann (holds it), Bob (may stand in)', 'Before: nobody']);
  expect(
    say({ kind: 'member_removed', detail: { roles: ['leader'], seatIds: ['c1'], reason: 'r' } }),
  ).toEqual({
    words: 'Ann removed Bob from the partnership.',
    details: ['Roles until then: Leader', 'Seats until then: The Council'],
  });
  expect(
    say(
      {
        kind: 'document_rights_changed',
        detail: {
          from: [
            { holderKind: 'seat', holder: 'c1', right: 'edit' },
            { holderKind: 'role', holder: 'observer', right: 'read' },
            { holderKind: 'seat', holder: 'gone', right: 'edit' },
          ],
          to: [
            { holderKind: 'seat', holder: 'c1', right: 'comment' },
            { holderKind: 'role', holder: 'observer', right: 'read' },
          ],
        },
      },
      'd',
    ),
  ).toEqual({
    words: 'Ann changed who can do what with “Our plan”.',
    details: ['The Council: Comment, before Edit', 'a seat: Nothing, before Edit'],
  });
  expect(
    say({
      kind: 'partnership_changed',
      detail: {
        from: { preset: 'equals', whyNow: '' },
        to: { preset: 'steering', whyNow: 'Now' },
        reason: '',
      },
    }).details,
  ).toEqual([
    'How new documents begin: “A steering group and a reference group”, before “All sides as equals”',
    'Why now: “Now”, before “nothing”',
  ]);
});

it('[HIST1] what the server did is said to be its own, and no sentence is left with a gap', () => {
  expect(say({ kind: 'document_archived', detail: {} }, 'd', null).words).toBe(
    'Trialogue put “Our plan” in the archive.',
  );
  expect(say({ kind: 'partnership_founded', detail: { name: 'P', seats: 1 } }).words).toBe(
    'Ann set up the partnership “P”, with one seat at the table.',
  );
  expect(
    say({ kind: 'seat_added', detail: { name: 'S', side: 'commissioner', reason: '' } }, 's', 'unknown')
      .words,
  ).toBe('someone added the seat “S” on the side of the Commissioners.');
  expect(Object.values(historyWords.kinds).every((words) => /^[A-Z{].*[.]$/.test(words))).toBe(true);
});
