import { expect, it } from 'vitest';
import { asComment, asTyped, type Named, nameInWords } from '../../../../client/comments/naming/typed.ts';
import type { MentionOf } from '../../../../shared/comments/mentions.ts';

const ron: MentionOf = { kind: 'member', id: 'ron' };
const ronald: MentionOf = { kind: 'member', id: 'ronald' };

it('[THREAD13] a comment with mentions shows their names in the field, and is the same again from there', () => {
  const named: Named = new Map();
  const comment =
    'Ask @[Ron Tasker](member:ron) or (@[Fell Road](seat:fell)), @[Ron](member:ronald)’s friend.';
  const typed = asTyped(comment, named);
  expect(typed).toBe('Ask @Ron Tasker or (@Fell Road), @Ron’s friend.');
  expect(asComment(typed, named)).toBe(comment);
});

it('[THREAD13] a name that is changed, goes on or stands in a mail address means nobody', () => {
  const named: Named = new Map([['Ron', ron]]);
  for (const typed of ['@Ro', '@Ronnie', '@Ron2', 'mail@Ron', 'Ron', '@ Ron', '@ron'])
    expect(asComment(typed, named)).toBe(typed);
  expect(asComment('@Ron, @Ron!', named)).toBe('@[Ron](member:ron), @[Ron](member:ron)!');
});

it('[THREAD13] the longer of two names that begin alike is meant', () => {
  const named: Named = new Map([
    ['Ron', ron],
    ['Ron Tasker', ronald],
  ]);
  expect(asComment('@Ron Tasker and @Ron', named)).toBe(
    '@[Ron Tasker](member:ronald) and @[Ron](member:ron)',
  );
});

it('[THREAD13] of two people with one name, the second stays as the comment has it, so that nobody is taken for the other', () => {
  const named: Named = new Map();
  const comment = '@[Ann](member:one) and @[Ann](member:two)';
  const typed = asTyped(comment, named);
  expect(typed).toBe('@Ann and @[Ann](member:two)');
  expect(asComment(typed, named)).toBe(comment);
});

it('[THREAD13] a name never has signs in it that end a mention', () => {
  expect(nameInWords('R[o]n\nTasker ')).toBe('R o n Tasker');
});
