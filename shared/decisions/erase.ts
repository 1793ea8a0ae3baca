import { ledgerWords } from '../messages/en/ledger.ts';
import type { Block } from './blocks.ts';
import type { Decision } from './decision.ts';

/** What stands where words were. */
export const ERASED = ledgerWords.erased;

/** Fields that hold what people wrote. */
const TEXTS = new Set([
  'reason',
  'harm',
  'change',
  'text',
  'reference',
  'supporter',
  'condition',
  'about',
  'statement',
]);

/**
 * A decision without a text that somebody wrote in it, wherever it stands: a position that was confirmed says it twice.
 * The same words of somebody else stay. Nothing that is counted is touched, so that every count stays what it was.
 */
export function eraseText(decision: Decision, text: string, by: string): Decision {
  const { sealed, draft, blocks, ...rest } = decision;
  return {
    ...(without(rest, text, by) as typeof rest),
    blocks: blocks.map((block) => withoutIn(block, text, by)),
    // What was sealed is the rule and its words; only reasons why somebody has another interest are about people.
    sealed: sealed && (conflictsWithout(sealed, text) as typeof sealed),
    draft: conflictsWithout(draft, text) as typeof draft,
  };
}

/** A block repeats the position that raised it, which says nowhere by whom. */
function withoutIn(block: Block, text: string, by: string): Block {
  const { position, ...rest } = block;
  const raisedBy = block.steps[0]?.by;
  return {
    ...(without(rest, text, by) as typeof rest),
    position: raisedBy === by ? (without(position, text, by) as typeof position) : position,
  };
}

function without(value: unknown, text: string, by: string, whose: unknown = by): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, text, by, whose));
  if (typeof value !== 'object' || value === null) return value;
  const owner = 'by' in value ? value.by : whose;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      TEXTS.has(key) && each === text && owner === by ? ERASED : without(each, text, by, owner),
    ]),
  );
}

function conflictsWithout<T extends Pick<Decision['draft'], 'conflicts'>>(whole: T, text: string): T {
  if (!whole.conflicts) return whole;
  const conflicts = whole.conflicts.map((each) =>
    each.reason === text ? { ...each, reason: ERASED } : each,
  );
  return { ...whole, conflicts };
}
