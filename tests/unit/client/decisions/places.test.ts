import { describe, expect, it } from 'vitest';
import { picturedOf, rowsOf } from '../../../../client/decisions/picture/places.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Viewer } from '../../../../shared/decisions/view.ts';
import { FACILITATOR, must, OTHER_HASH } from '../../shared/decisions/northvale.ts';
import { A, B, next, O, opened, type RuleGiven, S, say, T0 } from '../../shared/decisions/table.ts';
import { answerFor } from './roundOf.ts';

const U1: Viewer = { seats: ['U1'], facilitates: false };
const hidden: RuleGiven = { visibility: { when: 'when_closed', by: 'seat' } };
const bySide: RuleGiven = { visibility: { when: 'as_they_come', by: 'side' } };

function picture(decision: Decision, viewer: Viewer = U1, number = decision.rounds.length) {
  const answer = answerFor(decision, viewer);
  const round = answer.rounds[number - 1];
  if (!round) throw new Error('no such round');
  return rowsOf(picturedOf(answer, round));
}

const marks = (rows: ReturnType<typeof picture>) =>
  Object.fromEntries(rows.map(({ side, places }) => [side, places.map(({ kind }) => kind)]));

describe('where the sides stand', () => {
  it('[SHOW3] every seat has its place, whether it has said something or not, and one knows one’s own', () => {
    const rows = picture(say(opened(), [A, '-', S, B], T0));
    expect(marks(rows)).toEqual({
      commissioner: ['agree', 'silent'],
      contracted_provider: ['stand_aside'],
      community_provider: ['block'],
      people_who_use_services: ['silent'],
    });
    expect(rows.flatMap(({ places }) => places).filter(({ mine }) => mine)).toMatchObject([
      { seat: { id: 'U1' } },
    ]);
    expect(rows.map(({ status }) => status.kind)).toEqual(['answered', 'answered', 'blocked', 'answered']);
  });

  it('[SHOW3] a side says whether enough of it have answered, and is let off where nobody of it has a vote', () => {
    const rule: RuleGiven = { quorum: { atLeast: 3, fromEachSide: 1 } };
    const decision = must(
      say(opened(rule), [A], T0),
      {
        kind: 'handle_conflict',
        conflict: { seat: 'P1', kind: 'financial', handling: 'may_speak', reason: 'It bids' },
      },
      FACILITATOR,
      T0 + 1,
    ).decision;
    const rows = picture(decision);
    expect(rows.map(({ status }) => status)).toEqual([
      { kind: 'quorumMet' },
      { kind: 'letOff' },
      { kind: 'quorumNeeds', count: 1 },
      { kind: 'quorumNeeds', count: 1 },
    ]);
    expect(marks(rows).contracted_provider).toEqual(['no_vote']);
  });

  it('[SHOW3] an answer about earlier words has to be confirmed, and does not look like an answer', () => {
    const said = say(opened(), [A, A, A, A, A], T0);
    const amended = must(
      said,
      { kind: 'amend', hash: OTHER_HASH, change: 'Better', ifFrozen: 'move_closing' },
      FACILITATOR,
      T0 + 2,
    ).decision;
    const again = say(amended, [A], T0 + 3);
    expect(marks(picture(again)).commissioner).toEqual(['agree', 'to_confirm']);
  });

  it('[SHOW3] in a hidden round every place but mine is hidden, answered or not, and nothing is counted', () => {
    const rows = picture(say(opened(hidden), [A, B, '-', '-', A], T0));
    expect(marks(rows)).toEqual({
      commissioner: ['hidden', 'hidden'],
      contracted_provider: ['hidden'],
      community_provider: ['hidden'],
      people_who_use_services: ['agree'],
    });
    expect(rows.map(({ status }) => status.kind)).toEqual(['hidden', 'hidden', 'hidden', 'hidden']);
    const silent = picture(opened(hidden));
    expect(marks(silent).commissioner).toEqual(['hidden', 'hidden']);
    expect(marks(silent).people_who_use_services).toEqual(['silent']);
  });

  it('[SHOW3] by side the answers of a side are there, and nothing says whose each is', () => {
    const rows = picture(say(opened(bySide), [A, S, O, A], T0));
    expect(rows[0]?.places).toMatchObject([{ seat: null }, { seat: null }]);
    expect(marks(rows).commissioner?.slice().sort()).toEqual(['agree', 'stand_aside']);
    expect(marks(rows).contracted_provider).toEqual(['outside_our_powers']);
    expect(rows[1]?.places[0]?.seat).toBe(null);
    expect(JSON.stringify(rows.slice(0, 3))).not.toMatch(/"Seat /);
    expect(rows[3]?.places).toMatchObject([{ seat: { id: 'U1' }, kind: 'silent' }]);
  });

  it('[SHOW3] whoever was silent when a round closed is not said to be still to come', () => {
    const closed = next(say(opened({ quorum: { atLeast: 1, fromEachSide: 0 } }), [A], T0));
    expect(marks(picture(closed, U1, 1)).commissioner).toEqual(['agree', 'unanswered']);
  });
});
