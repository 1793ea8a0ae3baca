import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PersonAction } from '../../shared/decisions/actions.ts';
import { actsOf } from '../../shared/decisions/actsOf.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { newDecision } from '../../shared/decisions/decision.ts';
import { needsOf } from '../../shared/decisions/needsOf.ts';
import type { Offer } from '../../shared/decisions/offers.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { T0 } from '../unit/shared/decisions/table.ts';
import { ACTORS, anyAction, anyPlay, anySeldom, states } from './decisionPlays.ts';

const RUNS = { numRuns: process.env.LONG ? 3_000 : 200 };

/** Whether an offer is for this very act: the kind, for whom, and on what. What is written in it is not looked at. */
function isFor(offer: Offer, action: PersonAction): boolean {
  switch (action.kind) {
    case 'take_position': {
      const paper = 'witness' in action.through;
      if (offer.kind === 'record_position')
        return paper && offer.seats.includes(action.seat) && offer.choices.includes(action.position.choice);
      return (
        !paper &&
        offer.kind === 'take_position' &&
        offer.seat === action.seat &&
        offer.choices.includes(action.position.choice)
      );
    }
    case 'test_block':
      return (
        offer.kind === 'test_block' &&
        offer.block === action.seat &&
        offer.question === action.question &&
        (offer.as === null || offer.as === action.as)
      );
    case 'answer_block':
    case 'release_block':
      return offer.kind === action.kind && offer.block === action.seat;
    case 'take_temperature':
    case 'declare_capacity':
    case 'confirm_position':
    case 'add_minority_statement':
      return offer.kind === action.kind && offer.seat === action.seat;
    case 'amend':
      return offer.kind === 'amend' && offer.ifFrozen.includes(action.ifFrozen);
    case 'extend':
      return offer.kind === 'extend' && action.closesAt > offer.after && action.closesAt <= offer.latest;
    case 'answer_for_body':
      return (
        offer.kind === 'answer_for_body' &&
        offer.body === action.body &&
        (!offer.needsReference || action.reference !== undefined)
      );
    case 'handle_conflict':
      return offer.kind === action.kind && action.conflict.seat !== 'nobody';
    case 'answer_condition':
      return offer.kind === action.kind && offer.body === action.body;
    case 'meet_condition':
      return offer.kind === action.kind && offer.condition === action.condition;
    default:
      return offer.kind === action.kind;
  }
}

const reason = 'Because';
/** Everything that this seat, or a facilitator, might try with a block. */
const testsOf = (seat: string, as: string | undefined): PersonAction[] => [
  ...(['is_a_block', 'is_addressed'] as const).map((question) => ({
    kind: 'test_block' as const,
    seat,
    question,
    yes: true,
    reason,
    ...(as === undefined ? {} : { as }),
  })),
  { kind: 'answer_block', seat, text: reason },
  { kind: 'release_block', seat, reason },
];

/** Not made by hand: the table's own changes. */
const BY_ITSELF = ['seat_leaves', 'seat_joins'];

it('[KEEP7] what is offered is never refused for want of right or of the moment, and what is not offered always is', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      anyPlay,
      fc.array(fc.oneof(anyAction, anySeldom), { minLength: 12, maxLength: 30 }),
      fc.constantFrom(...ACTORS),
      (play, actions, actor) => {
        for (const { decision, now } of states(play)) {
          const offers = actsOf(decision, actor, now);
          const tests = decision.blocks.flatMap(({ seat }) => testsOf(seat, actor.seats[0]));
          for (const action of [...tests, ...actions.filter(({ kind }) => !BY_ITSELF.includes(kind))]) {
            const offered = offers.some((offer) => isFor(offer, action));
            const applied = apply(decision, action, { now, actor });
            const taken = !isRefusal(applied);
            if (offered && taken) seen.add(action.kind);
            const why = JSON.stringify({
              action,
              actor,
              applied: isRefusal(applied) ? applied : 'taken',
              offers,
            });
            if (taken) expect(offered, why).toBe(true);
            else if (offered) expect(applied.refused, why).toBe('invalid');
            else expect(taken, why).toBe(false);
          }
        }
      },
    ),
    RUNS,
  );
  for (const kind of ['take_position', 'test_block', 'answer_block', 'amend', 'withdraw'])
    expect(seen).toContain(kind);
});

it('[KEEP7] only what is offered can wait for someone, and nothing waits in a draft', () => {
  fc.assert(
    fc.property(anyPlay, fc.constantFrom(...ACTORS), (play, actor) => {
      expect(needsOf(newDecision('d'), actor, T0)).toEqual([]);
      for (const { decision, now } of states(play)) {
        const kinds = new Set<string>(actsOf(decision, actor, now).map(({ kind }) => kind));
        const needs = needsOf(decision, actor, now);
        if (needs.includes('answer') || needs.includes('confirm')) expect(kinds).toContain('take_position');
        for (const need of ['test_block', 'decide', 'answer_for_body', 'answer_block'] as const)
          if (needs.includes(need)) expect(kinds).toContain(need);
      }
    }),
    RUNS,
  );
});
