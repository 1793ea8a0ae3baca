import type { Decision } from '../../shared/decisions/decision.ts';
import type { Hearer } from '../../shared/live/changes.ts';

const SERVE: readonly string[] = ['facilitator', 'recorder'];

interface Guarded {
  readonly sensitivity: 'members' | 'restricted';
  readonly createdBy: string | null;
  readonly body: Decision;
}

/**
 * Whether a member of its partnership may read a decision. A restricted one is for the people of the seats that decide
 * (in a draft: of every seat), for those whose own yes or word it needs, for those who serve the meeting, and for whoever drafted it.
 */
export function mayRead({ sensitivity, createdBy, body }: Guarded, member: Hearer): boolean {
  if (sensitivity === 'members' || createdBy === member.id) return true;
  if (member.roles.some((role) => SERVE.includes(role))) return true;
  const seats = member.seats.map(({ id }) => id);
  if (!body.sealed) return seats.length > 0;
  const needed = new Set([...body.sealed.electorate.map(({ id }) => id), ...bodiesOf(body)]);
  return [member.id, ...seats].some((id) => needed.has(id));
}

/** Everyone whose own word this decision may need: by its standing, on its ladder, and as it has turned out. */
function bodiesOf({ sealed, bodies }: Decision): string[] {
  const named = sealed && 'bodies' in sealed.standing ? sealed.standing.bodies : [];
  const onLadder = (sealed?.rule.ladder ?? []).flatMap((step) => {
    if (step.kind === 'named_decider') return [step.decider];
    return step.kind === 'refer_to_bodies' ? step.bodies : [];
  });
  return [...named, ...onLadder, ...bodies.map(({ body }) => body)].map(({ id }) => id);
}
