import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import type { Role } from '../partnerships/roles.ts';
import { TEMPERATURES } from './decision.ts';
import { draft, hash, moment } from './draft.ts';
import { conflict, id, longText, seat, shortText } from './electorate.ts';
import { position } from './positions.ts';

const reason = z.string({ error: words.action.reasonMissing }).pipe(longText);

/** By a personal link, without signing in. `supporter` is who helped, in their words: a name, or what they are to them. */
const byLink = z.strictObject({ channel: z.literal('link'), supporter: shortText.optional() });
/** How a position came. Paper and spoken words are entered by the recorder, with a witness who is somebody else. */
const through = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.enum(['live', 'web', 'email_link']) }),
  byLink,
  z.strictObject({ channel: z.enum(['paper', 'spoken']), witness: id, reference: shortText }),
]);

const bodyAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ratified') }),
  z.strictObject({ kind: z.literal('ratified_with_condition'), condition: longText }),
  z.strictObject({ kind: z.literal('declined') }),
]);

/** Everything that a person can do with a decision. There is no act that edits a position, a count or an outcome. */
export const personAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set_draft'), draft }),
  z.strictObject({ kind: z.literal('take_temperature'), seat: id, reading: z.enum(TEMPERATURES) }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('withdraw'), reason }),

  z.strictObject({ kind: z.literal('declare_capacity'), seat: id }),
  z.strictObject({ kind: z.literal('take_position'), seat: id, position, through }),
  /** Here, unless it says otherwise. */
  z.strictObject({ kind: z.literal('confirm_position'), seat: id, through: byLink.optional() }),

  z.strictObject({
    kind: z.literal('test_block'),
    seat: id,
    question: z.enum(['is_a_block', 'is_addressed']),
    yes: z.boolean(),
    reason,
    /** The seat that tests, where one from each side does. */
    as: id.optional(),
  }),
  z.strictObject({ kind: z.literal('answer_block'), seat: id, text: longText }),
  z.strictObject({ kind: z.literal('release_block'), seat: id, reason }),

  z.strictObject({ kind: z.literal('handle_conflict'), conflict }),
  z.strictObject({ kind: z.literal('seat_leaves'), seat: id, reason }),
  z.strictObject({ kind: z.literal('seat_joins'), seat }),

  z.strictObject({
    kind: z.literal('amend'),
    hash,
    change: longText,
    /** What happens to an amendment in the freeze before closing. */
    ifFrozen: z.enum(['move_closing', 'next_round']),
  }),
  z.strictObject({ kind: z.literal('hold_meeting'), about: longText }),
  z.strictObject({ kind: z.literal('open_next_round') }),
  z.strictObject({ kind: z.literal('close_early'), reason }),
  z.strictObject({ kind: z.literal('extend'), closesAt: moment, reason }),
  z.strictObject({
    kind: z.literal('decide'),
    adopt: z.boolean(),
    reason,
    answers: z.array(z.strictObject({ seat: id, text: longText })).max(200),
  }),

  z.strictObject({
    kind: z.literal('answer_for_body'),
    body: id,
    answer: bodyAnswer,
    reason,
    reference: shortText.optional(),
  }),
  z.strictObject({
    kind: z.literal('answer_condition'),
    body: id,
    accepted: z.boolean(),
    reason,
  }),
  z.strictObject({ kind: z.literal('meet_condition'), condition: id, reference: shortText }),
  z.strictObject({ kind: z.literal('add_minority_statement'), seat: id, text: longText }),
  z.strictObject({ kind: z.literal('write_statement'), text: longText }),
  z.strictObject({ kind: z.literal('correct'), about: shortText, reason }),
  z.strictObject({ kind: z.literal('stop_trial'), reason }),
  z.strictObject({
    kind: z.literal('review'),
    /** When to look again; left out, the decision is over. */
    again: moment.optional(),
    reason,
  }),
  z.strictObject({ kind: z.literal('supersede'), by: id, reason }),
]);
export type PersonAction = z.infer<typeof personAction>;

/** What time does by itself. */
export type TimeAction =
  | { readonly kind: 'close_round' }
  | { readonly kind: 'gap_over' }
  | { readonly kind: 'wait_over' }
  | { readonly kind: 'decider_silent' }
  | { readonly kind: 'pause_over' }
  | { readonly kind: 'body_lapses'; readonly body: string }
  | { readonly kind: 'trial_over' }
  | { readonly kind: 'review_due' };

export type Of<K extends PersonAction['kind']> = Extract<PersonAction, { kind: K }>;

/** Who acts: a random pseudonym, and what the partnership lets them act for. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Seats that they hold or stand in for. */
  readonly seats: readonly string[];
  /** Bodies that they may answer for. */
  readonly bodies: readonly string[];
  /** Whether they began the draft of this decision. */
  readonly drafted?: boolean;
}

export interface Now {
  readonly now: number;
  readonly actor: Actor;
}
