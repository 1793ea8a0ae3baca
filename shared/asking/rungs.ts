import type { Decision } from '../decisions/decision.ts';
import { HOUR } from '../decisions/moments.ts';
import { askingWords } from '../messages/en/asking.ts';

const words = askingWords.whyNot;

/** How much say people are given, from least to most. */
export const RUNGS = ['inform', 'consult', 'co_design', 'decide'] as const;
export type Rung = (typeof RUNGS)[number];

/** What people are asked about, as far as it limits how much say can honestly be promised. */
export type Subject =
  | { readonly kind: 'document'; readonly archived: boolean }
  | { readonly kind: 'decision'; readonly decision: Decision };

/** Why this much say can't honestly be promised at this moment, to anyone; null: it can. */
export function whyNotRung(rung: Rung, subject: Subject, now: number): string | null {
  if (subject.kind === 'document') return whyNotOfDocument(rung, subject.archived);
  return whyNotOfDecision(rung, subject.decision, now);
}

function whyNotOfDocument(rung: Rung, archived: boolean): string | null {
  switch (rung) {
    case 'inform':
      return null;
    case 'consult':
    case 'co_design':
      return archived ? words.archived : null;
    case 'decide':
      return words.documentDecides;
  }
}

function whyNotOfDecision(rung: Rung, decision: Decision, now: number): string | null {
  const { state } = decision;
  switch (rung) {
    case 'inform':
      return null;
    case 'consult':
      return state.kind === 'ended' ? words.ended : null;
    case 'co_design':
      if (state.kind === 'ended') return words.ended;
      return wordsCanChange(decision, now) ? null : words.wordsFixed;
    case 'decide':
      if (state.kind === 'ended') return words.ended;
      return whyNotDecide(decision, now);
  }
}

/** Where somebody else has the last word, to say «you decide» would be untrue. */
function whyNotDecide({ state, sealed, rounds }: Decision, now: number): string | null {
  if (!sealed) return words.draft;
  if (sealed.standing.kind === 'advisory') return words.advisory;
  if (sealed.standing.kind === 'recommendation') return words.recommendation;
  const round = rounds.at(-1);
  const open = state.kind === 'open' && state.stage.kind === 'round' && round && now < round.closesAt;
  return open ? null : words.noRound;
}

function wordsCanChange({ state, sealed, rounds }: Decision, now: number): boolean {
  if (state.kind === 'draft') return true;
  if (state.kind !== 'open' || !sealed) return false;
  if (state.stage.kind === 'between') return now < state.stage.until;
  const round = rounds.at(-1);
  if (state.stage.kind !== 'round' || !round || round.step !== null) return false;
  return now < round.closesAt - sealed.rule.rounds.freezeHours * HOUR;
}

/** Until when people can decide: the end of the round that is open; null: none is. */
export function decidesUntil({ state, rounds }: Decision): number | null {
  const open = state.kind === 'open' && state.stage.kind === 'round';
  return open ? (rounds.at(-1)?.closesAt ?? null) : null;
}
