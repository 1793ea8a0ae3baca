import { z } from 'zod';
import { answerWords } from '../messages/en/decisionAnswer.ts';
import { type Choice, CONSENSUS_CHOICES, type Position, position, VOTE_CHOICES } from './positions.ts';

/** Chosen in place of a value: the block rests on a harm alone. */
export const NO_VALUE = 'none';

/** An answer while it is being written. What is typed for one choice is kept when another is looked at. */
export const answerForm = z.object({
  choice: z.enum([...CONSENSUS_CHOICES, ...VOTE_CHOICES, 'ranking']).nullable(),
  reason: z.string(),
  value: z.string(),
  harm: z.string(),
  change: z.string(),
  ranking: z.array(z.string()),
});
export type AnswerForm = z.infer<typeof answerForm>;

export const EMPTY: AnswerForm = { choice: null, reason: '', value: '', harm: '', change: '', ranking: [] };

/** The choices of the round that have to say why. */
export function needsReason(choice: Choice): boolean {
  switch (choice) {
    case 'agree_with_reservations':
    case 'stand_aside':
    case 'outside_our_powers':
    case 'block':
      return true;
    case 'agree':
    case 'abstain':
    case 'for':
    case 'against':
    case 'ranking':
      return false;
  }
}

export type Checked =
  | { readonly ok: true; readonly position: Position }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The position that a form comes to, or what is wrong beside which field. The server asks the same again. */
export function checkForm({ choice, reason, value, harm, change, ranking }: AnswerForm): Checked {
  if (choice === null) return { ok: false, errors: { choice: answerWords.choose } };
  const given = {
    choice,
    reason: written(reason),
    ...(choice === 'block' && {
      value: value === '' || value === NO_VALUE ? undefined : value,
      harm: written(harm),
      change: written(change),
    }),
    ...(choice === 'ranking' && { ranking }),
  };
  const parsed = position.safeParse(withoutGaps(given));
  if (parsed.success) return { ok: true, position: parsed.data };
  const errors = parsed.error.issues.map(({ path, message }) => [fieldOf(path, value), message] as const);
  return { ok: false, errors: Object.fromEntries(errors.reverse()) };
}

/** Whoever said that none of the values fits is missing the harm, not the value. */
function fieldOf(path: readonly PropertyKey[], value: string): string {
  const field = String(path[0] ?? 'choice');
  return field === 'value' && value === NO_VALUE ? 'harm' : field;
}

function written(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function withoutGaps(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A given position as a form, to change it. */
export function formOf(given: Position): AnswerForm {
  const blocks = given.choice === 'block' ? given : undefined;
  return {
    choice: given.choice,
    reason: given.reason ?? '',
    value: blocks ? (blocks.value ?? NO_VALUE) : '',
    harm: blocks?.harm ?? '',
    change: blocks?.change ?? '',
    ranking: given.choice === 'ranking' ? [...given.ranking] : [],
  };
}

/** A refusal's fields, by the last part of their path: `action.position.reason` is beside the reason. */
export function beside(fields: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, words]) => [path.split('.').at(-1) ?? path, words]),
  );
}
