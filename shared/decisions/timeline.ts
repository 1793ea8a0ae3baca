import { TIME } from '../ledger/entry.ts';
import type { Line } from '../ledger/line.ts';
import { decisionRecordWords as words } from '../messages/en/decisionRecord.ts';
import type { Decision } from './decision.ts';
import type { TimelineLine } from './recordApi.ts';
import { say } from './say.ts';
import { isHiding, type Viewer } from './view.ts';

export interface TimelineEntry {
  readonly line: Line;
  readonly hash: string;
  /** What was written with it and may be read, by name. */
  readonly words: ReadonlyMap<string, string>;
}

/** What is called what, as the reader may know it. */
export interface Names {
  seat(id: string): string;
  body(id: string): string;
}

/** Acts that tell whose an answer is. */
const ABOUT_ANSWERS = ['position_taken', 'block_tested', 'block_answered', 'block_released'];

/** The words of a line that are worth showing beside it; others are shown in their own place. */
export const TIMELINE_WORDS = ['reason', 'about', 'change', 'text', 'condition'] as const;

/**
 * What one person may not see of what happened: what is hidden until a round closes and, where answers are shown by
 * side only, every line that would tell whose one is or when it came. Their own answers are in the rounds.
 */
export function leftOut(
  decision: Decision,
  { facilitates }: Viewer,
): { readonly lastRound: boolean; readonly kinds: readonly string[] } {
  const { sealed } = decision;
  if (facilitates || !sealed) return { lastRound: false, kinds: [] };
  return {
    lastRound: isHiding(decision),
    kinds: sealed.rule.visibility.by === 'side' ? ABOUT_ANSWERS : [],
  };
}

/** What happened, line by line, in the order in which the lines are given. */
export function timelineOf(entries: readonly TimelineEntry[], names: Names): TimelineLine[] {
  return entries.map(({ line, hash, words: written }) => ({
    // A hash over a random number says nothing; the line's own number would say how many came before.
    key: hash.slice(0, 16),
    at: line.effectiveAt,
    kind: line.kind,
    by: line.actor === TIME ? null : line.actor,
    seat: idIn(line.payload.seat) ?? idIn(line.payload.block),
    says: sentence(line, names),
    words: TIMELINE_WORDS.map((name) => written.get(name)).find((text) => text !== undefined) ?? null,
  }));
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sentence({ kind, payload }: Line, names: Names): string {
  const known: Readonly<Record<string, string>> = words.timeline;
  const choice = payload.choice as keyof typeof words.positions;
  const answer = payload.answer as keyof typeof words.bodyAnswers;
  const ending = (payload.ending as { kind?: keyof typeof words.endings } | undefined)?.kind;
  return say(known[kind] ?? words.timeline.other, {
    seat: names.seat(idIn(payload.seat) ?? ''),
    block: names.seat(idIn(payload.block) ?? ''),
    body: names.body(idIn(payload.body) ?? ''),
    choice: words.positions[choice] ?? '',
    answer: words.bodyAnswers[answer] ?? '',
    ending: ending ? words.endings[ending] : '',
    round: Number(payload.round ?? 0),
    version: Number(payload.version ?? 0),
  });
}
