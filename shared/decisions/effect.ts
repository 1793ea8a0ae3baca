import { type BodyLine, type Decision, sealedOf } from './decision.ts';
import { isPositive } from './ending.ts';

/** How far a yes of the partnership has come with the bodies that must say their own. */
export type Agreement =
  | 'none'
  /** Bodies have still to answer. */
  | 'in_principle'
  /** Some body declined, did not answer in time, or its condition was not accepted. */
  | 'in_part'
  /** None of the bodies said yes. */
  | 'declined'
  | 'agreed';

export interface Effect {
  readonly agreement: Agreement;
  /** Whether it is in force for everyone, only for the bodies that said yes, or not. */
  readonly force: 'in_force' | 'in_part' | 'not_in_force';
  readonly bodies: { readonly yes: readonly string[]; readonly no: readonly string[] };
  /** What it is not in force for want of: bodies, conditions of bodies, things that must be so first. */
  readonly waitsFor: {
    readonly bodies: readonly string[];
    readonly conditionsOf: readonly string[];
    readonly conditions: readonly string[];
  };
}

/**
 * What a decision counts for. "Agreed" is said only when every body has said yes, every condition has been accepted,
 * and it is in force only when everything that must be so first is so. Advice is never in force: it is advice.
 */
export function effectOf(decision: Decision): Effect {
  const { state, bodies, met, life } = decision;
  if (state.kind !== 'ended' || !isPositive(state.ending)) return NOTHING;
  const by = (want: Stand) => bodies.filter((line) => standOf(line) === want).map(({ body }) => body.id);
  const [yes, no, pending, conditional] = [by('yes'), by('no'), by('pending'), by('conditional')];
  const { standing, conditions = [] } = sealedOf(decision);
  const open = conditions.filter(({ id }) => !met.some(({ condition }) => condition === id));
  const agreement = agreementOf(yes, no, [...pending, ...conditional]);
  const holds = open.length === 0 && life.kind === 'standing' && standing.kind !== 'advisory';
  return {
    agreement,
    force: !holds || yes.length + no.length < bodies.length ? 'not_in_force' : forceOf(agreement),
    bodies: { yes, no },
    waitsFor: { bodies: pending, conditionsOf: conditional, conditions: open.map(({ id }) => id) },
  };
}

const NOTHING: Effect = {
  agreement: 'none',
  force: 'not_in_force',
  bodies: { yes: [], no: [] },
  waitsFor: { bodies: [], conditionsOf: [], conditions: [] },
};

type Stand = 'yes' | 'no' | 'pending' | 'conditional';

function standOf({ answer }: BodyLine): Stand {
  switch (answer?.kind) {
    case undefined:
      return 'pending';
    case 'ratified':
      return 'yes';
    case 'ratified_with_condition':
      if (answer.accepted === null) return 'conditional';
      return answer.accepted ? 'yes' : 'no';
    case 'declined':
    case 'lapsed':
      return 'no';
  }
}

function agreementOf(yes: readonly string[], no: readonly string[], open: readonly string[]): Agreement {
  if (no.length > 0) return yes.length + open.length > 0 ? 'in_part' : 'declined';
  return open.length > 0 ? 'in_principle' : 'agreed';
}

function forceOf(agreement: Agreement): Effect['force'] {
  switch (agreement) {
    case 'agreed':
      return 'in_force';
    case 'in_part':
      return 'in_part';
    case 'none':
    case 'in_principle':
    case 'declined':
      return 'not_in_force';
  }
}

/** Whether a decision in force is due to be looked at again. */
export function isReviewDue({ review, life }: Decision, now: number): boolean {
  return life.kind === 'standing' && review !== null && now >= review.at;
}
