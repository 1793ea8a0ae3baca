import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { mayAnswer } from '../../shared/partnerships/running.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';

/** The seats that a member may speak for: none while they lead the meeting or write it down. */
export function seatsOf({ roles, seats }: OwnMember) {
  return mayAnswer(roles) ? seats.map(({ id, name, side }) => ({ id, name, side })) : [];
}

/** The seat that someone speaks for: the first of theirs unless they say which, or that it is none. */
export function speaksFor(member: OwnMember, wanted: string | null | undefined): string | null {
  return wanted === undefined ? (seatsOf(member)[0]?.id ?? null) : wanted;
}

/** Why a member may not speak for a seat; undefined when they may. */
export function mayNotSpeak(member: OwnMember, seatId: string | null): Refusal | undefined {
  if (seatId === null || seatsOf(member).some(({ id }) => id === seatId)) return undefined;
  return refuse('invalid', words.notYourSeat, { seatId: words.notYourSeat });
}
