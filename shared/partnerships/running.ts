import { runningWords as words } from '../messages/en/running.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Role } from './roles.ts';
import type { Side } from './sides.ts';

/** A seat at the table now, as the rules below need it. */
export interface TableSeat {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/** Someone who is in the partnership now, with what they hold. */
export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly seats: readonly { readonly id: string; readonly kind: 'holder' | 'substitute' }[];
  /** False for those whose account is disabled: they can't be counted on to run anything. */
  readonly maySignIn: boolean;
}

/** A partnership as it stands at the moment of a change. Read it inside the transaction that makes the change. */
export interface Running {
  readonly seats: readonly TableSeat[];
  readonly people: readonly Person[];
}

/** Who is to be in a seat: nobody or one person as its holder, and those who may stand in. */
export interface SeatPeople {
  readonly holder: string | null;
  readonly substitutes: readonly string[];
}

const WITHOUT_VOTE: readonly Role[] = ['facilitator', 'recorder', 'safeguarding_lead'];

/**
 * Whether someone with these roles may answer for a seat. Whoever leads the meeting, writes it down or holds
 * the key to people's names has no vote, even while they sit in a seat; the seat's other people answer for it.
 */
export function mayAnswer(roles: readonly Role[]): boolean {
  return !roles.some((role) => WITHOUT_VOTE.includes(role));
}

/** Only a facilitator changes the partnership, its seats, who is in them, and people's roles. */
export function mayRun(running: Running, doerId: string): Refusal | undefined {
  const doer = personIn(running, doerId);
  if (!doer) return gone(words.youAreGone);
  return doer.roles.includes('facilitator') ? undefined : refuse('not_allowed', words.onlyFacilitators);
}

/**
 * Whether `doerId` may put these people into a seat, in place of those who are in it. Nobody holds two seats,
 * sits on two sides, or stands twice in one seat.
 */
export function maySeat(
  running: Running,
  doerId: string,
  seatId: string,
  wanted: SeatPeople,
): Refusal | undefined {
  const refusal = mayRun(running, doerId);
  if (refusal) return refusal;
  const seat = running.seats.find(({ id }) => id === seatId);
  if (!seat) return gone(words.seatGone);
  const everyone = [...(wanted.holder === null ? [] : [wanted.holder]), ...wanted.substitutes];
  if (new Set(everyone).size < everyone.length) return wrong('substitutes', words.twiceInSeat);
  for (const memberId of everyone) {
    const field = memberId === wanted.holder ? 'holder' : 'substitutes';
    const person = personIn(running, memberId);
    if (!person) return wrong(field, words.personGone);
    const others = person.seats.filter(({ id }) => id !== seatId);
    if (field === 'holder' && others.some(({ kind }) => kind === 'holder'))
      return wrong(field, words.holdsAnother);
    const sides = others.map(({ id }) => running.seats.find((one) => one.id === id)?.side);
    if (sides.some((side) => side !== undefined && side !== seat.side))
      return wrong(field, words.anotherSide);
  }
  return undefined;
}

/** Whether `doerId` may take a seat away from the table. */
export function mayRetire(running: Running, doerId: string, seatId: string): Refusal | undefined {
  const refusal = mayRun(running, doerId);
  if (refusal) return refusal;
  if (!running.seats.some(({ id }) => id === seatId)) return gone(words.seatGone);
  return running.seats.length === 1 ? refuse('conflict', words.lastSeat) : undefined;
}

/** Whether `doerId` may give someone exactly these roles. A partnership always keeps a facilitator who can sign in. */
export function mayGiveRoles(
  running: Running,
  doerId: string,
  memberId: string,
  roles: readonly Role[],
): Refusal | undefined {
  const refusal = mayRun(running, doerId);
  if (refusal) return refusal;
  if (!personIn(running, memberId)) return gone(words.personGone);
  const after = running.people.map((person) => (person.id === memberId ? { ...person, roles } : person));
  return isRun(after) ? undefined : wrong('roles', words.lastFacilitator);
}

/** Whether `doerId` may stop being facilitator and make someone else one, in one step. */
export function mayHandOver(running: Running, doerId: string, toId: string): Refusal | undefined {
  const refusal = mayRun(running, doerId);
  if (refusal) return refusal;
  if (toId === doerId) return wrong('to', words.handOverToSelf);
  const to = personIn(running, toId);
  if (!to) return wrong('to', words.personGone);
  return to.maySignIn ? undefined : wrong('to', words.cannotSignIn);
}

/**
 * Whether someone may go: anyone may leave, and a facilitator or an administrator may remove others.
 * The last facilitator has to hand over first.
 */
export function mayDepart(running: Running, doerId: string, memberId: string): Refusal | undefined {
  const doer = personIn(running, doerId);
  if (!doer) return gone(words.youAreGone);
  if (doerId !== memberId && !mayRemove(doer.roles)) return refuse('not_allowed', words.onlyRemovers);
  if (!personIn(running, memberId)) return gone(words.personGone);
  if (isRun(running.people.filter(({ id }) => id !== memberId))) return undefined;
  return refuse('conflict', doerId === memberId ? words.handOverFirst : words.lastFacilitator);
}

/** Whether someone with these roles may remove other people. */
export function mayRemove(roles: readonly Role[]): boolean {
  return roles.includes('facilitator') || roles.includes('administrator');
}

function isRun(people: readonly Person[]): boolean {
  return people.some(({ roles, maySignIn }) => maySignIn && roles.includes('facilitator'));
}

function personIn({ people }: Running, memberId: string): Person | undefined {
  return people.find(({ id }) => id === memberId);
}

function gone(message: string): Refusal {
  return refuse('not_found', message);
}

function wrong(field: string, message: string): Refusal {
  return refuse('invalid', message, { [field]: message });
}
