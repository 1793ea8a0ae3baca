import { describe, expect, it } from 'vitest';
import { leftOut, moved } from '../../../../client/decisions/answer/ordering.ts';
import {
  type AnswerForm,
  beside,
  checkForm,
  EMPTY,
  formOf,
  NO_VALUE,
} from '../../../../shared/decisions/answerForm.ts';
import { ownAnswer } from '../../../../shared/decisions/ownAnswer.ts';
import { CONSENSUS_CHOICES, type Position } from '../../../../shared/decisions/positions.ts';
import { FACILITATOR, must, OTHER_HASH } from '../../shared/decisions/northvale.ts';
import { A, B, next, opened, say, saying, T0 } from '../../shared/decisions/table.ts';
import { answerFor } from './roundOf.ts';

const form = (more: Partial<AnswerForm>): AnswerForm => ({ ...EMPTY, ...more });
const errorsOf = (given: AnswerForm) => {
  const checked = checkForm(given);
  return checked.ok ? {} : checked.errors;
};

describe('the answer as it is written', () => {
  it('[SHOW6] agreeing needs nothing else; what needs a reason says so beside it', () => {
    expect(checkForm(form({ choice: 'agree' }))).toEqual({ ok: true, position: { choice: 'agree' } });
    for (const choice of ['agree_with_reservations', 'stand_aside', 'outside_our_powers', 'block'] as const)
      expect(errorsOf(form({ choice, harm: 'Someone is hurt' }))).toEqual({
        reason: 'Say why, in a sentence or two.',
      });
    expect(errorsOf(EMPTY)).toEqual({ choice: 'Choose an answer first.' });
  });

  it('[SHOW6] a block rests on a value or a harm; who says that no value fits is asked for the harm', () => {
    const block = form({ choice: 'block', reason: 'No' });
    expect(Object.keys(errorsOf(block))).toEqual(['value']);
    expect(Object.keys(errorsOf({ ...block, value: NO_VALUE }))).toEqual(['harm']);
    expect(checkForm({ ...block, value: 'V2', change: ' ' })).toEqual({
      ok: true,
      position: { choice: 'block', reason: 'No', value: 'V2' },
    });
  });

  it('[SHOW6] what was typed for another choice is not sent with this one', () => {
    const typed = form({ choice: 'agree', value: 'V2', harm: 'x', ranking: ['a'] });
    expect(checkForm(typed)).toEqual({ ok: true, position: { choice: 'agree' } });
  });

  it('[SHOW6] a given answer comes back into the form as it was given, whatever it is', () => {
    const given: Position[] = [
      ...CONSENSUS_CHOICES.map(saying),
      { choice: 'block', reason: 'No', harm: 'Harm', change: 'Other words' },
      { choice: 'ranking', ranking: ['b', 'a'], reason: 'So' },
      { choice: 'against' },
    ];
    for (const position of given) expect(checkForm(formOf(position))).toEqual({ ok: true, position });
  });

  it('[SHOW6] the server’s words stand beside the field that they are about', () => {
    expect(beside({ 'action.position.reason': 'Say why.', choice: 'No.' })).toEqual({
      reason: 'Say why.',
      choice: 'No.',
    });
  });
});

describe('options in order', () => {
  it('[SHOW9] an option moves one place at a time, stops at the ends, and no other is lost', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(leftOut(['a', 'b', 'c'], ['c', 'gone'])).toEqual(['a', 'b']);
  });
});

describe('what my seat has said', () => {
  const U1 = { seats: ['U1'], facilitates: false };
  const own = (decision: Parameters<typeof answerFor>[0]) => ownAnswer(answerFor(decision, U1), 'U1');

  it('[SHOW8] it counts as it is, has to be confirmed about new words, or said again in a new round', () => {
    const said = say(opened({ rounds: { most: 2 } }), [A, B, A, A, A], T0);
    expect(own(opened())).toEqual({ kind: 'none' });
    expect(own(said)).toMatchObject({ kind: 'given', given: { position: { choice: 'agree' } } });
    const amended = must(
      said,
      { kind: 'amend', hash: OTHER_HASH, change: 'Better', ifFrozen: 'move_closing' },
      FACILITATOR,
      T0 + 2,
    ).decision;
    expect(own(amended)).toMatchObject({ kind: 'to_confirm', why: 'new_words', given: { version: 1 } });
    expect(own(next(next(said)))).toMatchObject({ kind: 'to_confirm', why: 'new_round' });
  });
});
