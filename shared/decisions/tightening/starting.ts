import type { Step, Trigger } from '../ladder.ts';

type Ladder = readonly Step[];

/** Whether a step can make the partnership's own yes. A referral is each body's word, and a pause is more talk. */
function adopts({ kind }: Step): boolean {
  switch (kind) {
    case 'majority':
    case 'concurrent_majority':
    case 'ranked_choice':
    case 'named_decider':
    case 'trial':
      return true;
    case 'refer_to_bodies':
    case 'pause':
    case 'status_quo':
      return false;
  }
}

/** Whether a yes can come from what stands after this place on the ladder. */
export function adoptsAfter(ladder: Ladder, index: number): boolean {
  return ladder.slice(index + 1).some(adopts);
}

/** Whether a yes can come from any other step than the one that stands here. */
export function adoptsBeside(ladder: Ladder, index: number): boolean {
  return ladder.some((step, at) => at !== index && adopts(step));
}

/** Whether something else than the last round's end can start it. If it is held up, the ladder begins elsewhere. */
export function startsEarly({ when }: Step): boolean {
  return when.some((trigger) => trigger !== 'rounds_used');
}

/** Whether a yes can come from a step that this trigger starts, or from what follows it. */
function mayStart(ladder: Ladder, trigger: Trigger): boolean {
  return ladder.some(({ when }, index) => when.includes(trigger) && ladder.slice(index).some(adopts));
}

/** A quorum that is missed more easily starts these steps more easily. */
export function quorumMayStart(ladder: Ladder): boolean {
  return mayStart(ladder, 'quorum_missed_twice');
}

/** A tie that nobody's casting vote breaks starts these steps. */
export function tieMayStart(ladder: Ladder, after: number): boolean {
  return mayStart(ladder.slice(after + 1), 'tie');
}

/**
 * Whether a block can bring on a step that would otherwise not come, or not come first: one that only a block starts, or
 * that stands below others which a block does not start.
 */
export function blocksMayStart(ladder: Ladder): boolean {
  if (!mayStart(ladder, 'sustained_block')) return false;
  const others = ladder.findIndex(({ when }) => !when.includes('sustained_block'));
  return ladder.some(
    ({ when }, index) =>
      when.includes('sustained_block') && (!when.includes('rounds_used') || (others >= 0 && index > others)),
  );
}
