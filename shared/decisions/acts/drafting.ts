import { type Entry, entry } from '../../ledger/entry.ts';
import { isRefusal, type Refusal } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import type { Decision } from '../decision.ts';
import { wholeOf } from '../draft.ts';
import { end } from '../ending.ts';
import { type Applied, followedBy } from '../entries.ts';
import { openConsensusRound } from '../rounds.ts';
import { done, must, no, words } from './act.ts';

export function setDraft(
  decision: Decision,
  { draft }: Of<'set_draft'>,
  { now, actor }: Now,
): Applied | Refusal {
  if (decision.state.kind !== 'draft') return no(words.sealed);
  return done({ ...decision, draft }, entry('drafted', now, actor.id, { fields: Object.keys(draft).sort() }));
}

/** How a seat feels before opening. It is no position and is never counted. */
export function takeTemperature(
  decision: Decision,
  { seat, reading }: Of<'take_temperature'>,
  { now, actor }: Now,
): Applied | Refusal {
  if (decision.state.kind !== 'draft') return no(words.temperatureLate);
  if (!actor.seats.includes(seat)) return no(words.notYourSeat);
  const others = decision.temperature.filter((each) => each.seat !== seat);
  return done(
    { ...decision, temperature: [...others, { seat, reading, at: now }] },
    entry('temperature_taken', now, actor.id, { seat, reading }),
  );
}

/** Seals the rule, the ladder, the electorate, the standing, the times and the words, and opens the first round. */
export function open(decision: Decision, _: Of<'open'>, { now, actor }: Now): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  if (decision.state.kind !== 'draft') return no(words.openAlready);
  const sealed = wholeOf(decision.draft, now);
  if (isRefusal(sealed)) return sealed;
  const first = { number: 1, hash: sealed.proposal, at: now, by: actor.id, change: null };
  const conflicts = (sealed.conflicts ?? []).map((each) => ({ ...each, by: actor.id, at: now }));
  const opened = done(
    { ...decision, sealed, versions: [first], conflicts },
    entry('opened', now, actor.id, bare(sealed) as Entry['payload'], { sealed: JSON.stringify(sealed) }),
  );
  return followedBy(opened, (after) => openConsensusRound(after, now, actor.id));
}

/** Names and free text: kept beside the ledger. All that a count needs is left. */
const WORDS = new Set(['question', 'easyRead', 'rejected', 'name', 'reason', 'text', 'scope', 'stopRule']);

export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (WORDS.has(key) ? [] : [[key, bare(each)]])),
  );
}

/** A facilitator withdraws a decision; a draft, also whoever began it. */
export function withdraw(
  decision: Decision,
  { reason }: Of<'withdraw'>,
  { now, actor }: Now,
): Applied | Refusal {
  const ownDraft = decision.state.kind === 'draft' && actor.drafted === true;
  const refusal = ownDraft ? undefined : must(actor, 'facilitator');
  if (refusal) return refusal;
  if (decision.state.kind === 'ended') return no(words.ended);
  return end(decision, { kind: 'withdrawn' }, now, actor.id, reason);
}
