import type { Entry } from '../../ledger/entry.ts';
import { decisionsWords } from '../../messages/en/decisions.ts';
import type { Role } from '../../partnerships/roles.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Actor } from '../actions.ts';
import type { Decision } from '../decision.ts';
import { sealedOf } from '../decision.ts';
import type { Applied } from '../entries.ts';

export const words = decisionsWords.refusals;

export function no(message: string): Refusal {
  return refuse('conflict', message);
}

/** One act with its one line for the ledger. */
export function done(decision: Decision, ...entries: readonly Entry[]): Applied {
  return { decision, entries };
}

export function must(actor: Actor, ...roles: readonly Role[]): Refusal | undefined {
  return roles.some((role) => actor.roles.includes(role)) ? undefined : refuse('not_allowed', words.notYours);
}

/** Someone may act for a seat when they hold it or stand in, and have not said that they speak for another here. */
export function mayActFor(decision: Decision, actor: Actor, seat: string): Refusal | undefined {
  if (!actor.seats.includes(seat)) return refuse('not_allowed', words.notYourSeat);
  const declared = decision.capacities.find(({ person }) => person === actor.id);
  if (declared) return declared.seat === seat ? undefined : no(words.otherCapacity);
  const here = decision.sealed ? sealedOf(decision).electorate : [];
  const several = here.filter(({ id }) => actor.seats.includes(id)).length > 1;
  return several ? no(words.capacityMissing) : undefined;
}
