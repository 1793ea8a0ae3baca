import { canonicalJson } from '../../canonicalJson.ts';
import type { Actor } from '../../decisions/actions.ts';
import { apply } from '../../decisions/apply.ts';
import { type Decision, newDecision, sealedOf } from '../../decisions/decision.ts';
import type { Applied } from '../../decisions/entries.ts';
import { DAY } from '../../decisions/moments.ts';
import { advance } from '../../decisions/time.ts';
import { type Entry, TIME } from '../../ledger/entry.ts';
import { ROLES } from '../../partnerships/roles.ts';
import { isRefusal } from '../../refusal.ts';
import { actionOf, type ReadLine } from './actionOf.ts';
import { sealedBack } from './sealedBack.ts';

/** What came of counting a decision again from its lines. */
export type Recount =
  | { readonly kind: 'same'; readonly decision: Decision }
  /** This line is not what follows from those before it. */
  | {
      readonly kind: 'differs';
      readonly seq: number;
      /** What follows by the rule that the decision carries: null, when nothing like this line could. */
      readonly expected: Pick<Entry, 'kind' | 'at' | 'payload'> | null;
      /** Why the act could not have happened, where that is what is wrong. */
      readonly because: string | null;
    }
  /** By the rule, this should have come after the last line. */
  | { readonly kind: 'lacks'; readonly expected: Pick<Entry, 'kind' | 'at' | 'payload'> };

/** Lines about a decision that nothing follows from. */
const WITHOUT_CONSEQUENCE = new Set(['drafted', 'words_erased']);

/**
 * Goes through all the lines of one decision, in order, with the same functions that carried it out: each act is done
 * again, time passes again, every round is counted again, and whatever comes of it must be the next lines, word for
 * word. What was agreed can then be no other than what the rule makes of the positions.
 */
export function recount(lines: readonly ReadLine[]): Recount {
  const telling = lines.filter(({ line }) => !WITHOUT_CONSEQUENCE.has(line.kind));
  let decision = newDecision(lines[0]?.line.subject ?? '');
  let coming: readonly Entry[] = [];
  for (const [index, read] of telling.entries()) {
    const { seq } = read.line;
    if (coming.length === 0) {
      const next = follow(decision, telling.slice(index));
      if (typeof next === 'string') return { kind: 'differs', seq, expected: null, because: next };
      decision = next.decision;
      coming = next.entries;
    }
    const [expected, ...later] = coming;
    if (!expected) return { kind: 'differs', seq, expected: null, because: null };
    if (!isSame(expected, read)) return { kind: 'differs', seq, expected: bare(expected), because: null };
    coming = later;
  }
  const [missing] = coming;
  return missing ? { kind: 'lacks', expected: bare(missing) } : { kind: 'same', decision };
}

function bare({ kind, at, payload }: Entry) {
  return { kind, at, payload };
}

function isSame({ kind, at, by, payload }: Entry, { line }: ReadLine): boolean {
  const same = kind === line.kind && at === line.effectiveAt && by === line.actor;
  return same && canonicalJson(payload) === canonicalJson(line.payload);
}

/** What the first of these lines came with; in words, why it could not have come. */
function follow(decision: Decision, lines: readonly ReadLine[]): Applied | string {
  const [{ line }] = lines as [ReadLine];
  return line.actor === TIME ? timePasses(decision, lines) : act(decision, lines[0] as ReadLine);
}

function act(decision: Decision, read: ReadLine): Applied | string {
  const { line } = read;
  const ready = line.kind === 'opened' ? { ...decision, draft: sealedBack(line.payload) } : decision;
  const action = actionOf(ready, read);
  if (!action) return '';
  const applied = apply(ready, action, { now: line.effectiveAt, actor: actorOf(decision, line) });
  return isRefusal(applied) ? [applied.message, ...Object.values(applied.fields ?? {})].join(' ') : applied;
}

/** Who acted may do what they did: the ledger does not say what roles and seats people had. */
function actorOf({ sealed }: Decision, { actor, payload }: ReadLine['line']): Actor {
  const strings = (values: unknown[]) => values.filter((each): each is string => typeof each === 'string');
  const step = sealed?.rule.ladder.find(({ id }) => id === payload.step);
  // A decider's own line names the step; the rule says who decides it.
  const decider = step?.kind === 'named_decider' ? step.decider.id : undefined;
  const bodies = strings([payload.body, decider]);
  return { id: actor, roles: ROLES, seats: strings([payload.seat]), bodies };
}

/**
 * What time brought. When it was carried out stands in the lines that follow; where it does not, nothing depends on it.
 */
function timePasses(decision: Decision, lines: readonly ReadLine[]): Applied {
  const tried = [...new Set(moments(decision, lines))].map((now) => advance(decision, now));
  const fits = ({ entries }: Applied) =>
    entries.length > 0 &&
    entries.every((entry, index) => {
      const read = lines[index];
      return read !== undefined && isSame(entry, read);
    });
  return tried.find(fits) ?? tried.find(({ entries }) => entries.length > 0) ?? { decision, entries: [] };
}

/** How many lines the consequences of one moment can have, at most. */
const LOOK_AHEAD = 12;

function moments(decision: Decision, lines: readonly ReadLine[]): number[] {
  const [{ line }] = lines as [ReadLine];
  const near = lines.slice(0, LOOK_AHEAD).map((read) => read.line.effectiveAt);
  const { closesAt } = line.payload;
  const extended = decision.sealed && line.kind === 'round_extended' && typeof closesAt === 'number';
  return [
    line.at,
    ...(extended ? [closesAt - sealedOf(decision).rule.rounds.extensionDays * DAY] : []),
    ...near,
  ];
}
