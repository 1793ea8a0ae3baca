import { LONGEST_SUPPORTER } from '../../shared/comments/comment.ts';
import type { PersonAction } from '../../shared/decisions/actions.ts';
import { beside, checkForm } from '../../shared/decisions/answerForm.ts';
import type { GivenPosition } from '../../shared/decisions/decision.ts';
import { commentsWords } from '../../shared/messages/en/comments.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { perform } from '../decisions/perform.ts';
import type { LinkAccess } from './access.ts';
import type { AnswerAsked } from './askedHere.ts';
import type { Done } from './donePage.tsx';
import { isProof } from './formProof.ts';
import { noteUse } from './linkStore.ts';
import { type ShownDecision, shownDecision } from './shownDecision.ts';
import { answerTyped, type Typed } from './typed.ts';

const words = takePartWords.refused;

/**
 * Takes what was sent by the form of a decision's page, by the same rules and in the same transaction as from anywhere
 * else. The same form sent twice is done once. A refusal says what to do next.
 */
export function answerByLink(context: Context, access: LinkAccess, typed: Typed): Done | Refusal {
  const { about, link, seat, token } = access;
  if (!access.mayAnswer || !seat || about.kind !== 'decision') return refuse('not_allowed', words.mayNot);
  if (!isProof(typed.proof ?? '', token, typed.version ?? '') || !REQUEST.test(typed.request ?? ''))
    return refuse('not_allowed', words.form);
  const shown = shownDecision(context, access);
  const action = actionOf(shown, seat.id, typed);
  if (isRefusal(action)) return action;
  const requestId = `link-${typed.request}`;
  const performed = perform(context, { decisionId: about.id, memberId: link.memberId, action, requestId });
  if (isRefusal(performed)) return { ...performed, fields: beside(performed.fields) };
  noteUse(context.db.orm, link.id, context.now());
  const after = shownDecision(context, access);
  return action.kind === 'declare_capacity'
    ? { kind: 'capacity', seat: seat.name }
    : { kind: 'answer', ...recordedIn(after), receipt: performed.kept.hash };
}

/** As our own pages make them. */
const REQUEST = /^[A-Za-z0-9_-]{8,56}$/;

type Taken = Extract<PersonAction, { kind: 'take_position' | 'confirm_position' | 'declare_capacity' }>;

function actionOf(shown: ShownDecision, seat: string, typed: Typed): Taken | Refusal {
  const { asked, own } = shown;
  if (typed.act === 'capacity') return { kind: 'declare_capacity', seat };
  if (asked.kind !== 'answer') return refuse('conflict', words.closed);
  if (typed.version !== shown.version) return refuse('conflict', words.amended);
  const supporter = typed.supporter?.trim() ?? '';
  const through = { channel: 'link' as const, ...(supporter !== '' && { supporter }) };
  if (typed.act === 'confirm') {
    // Pressed twice: what was confirmed stands.
    if (own.kind === 'given') return { kind: 'take_position', seat, position: own.given.position, through };
    return { kind: 'confirm_position', seat, through };
  }
  const { form, errors: places } = answerTyped(
    typed,
    asked.options.map(({ id }) => id),
  );
  const checked = checkForm(form);
  const errors = { ...(checked.ok ? {} : checked.errors), ...tooLong(typed), ...places };
  if (!checked.ok || Object.keys(errors).length > 0)
    return refuse('invalid', words.fix, inPlace(errors, asked));
  return { kind: 'take_position', seat, position: checked.position, through };
}

/** Where there are no values to choose from, what is missing is the harm. */
function inPlace(errors: Readonly<Record<string, string>>, { values }: AnswerAsked): Record<string, string> {
  const { value, ...others } = errors;
  return value === undefined ? others : { ...others, [values.length > 0 ? 'value' : 'harm']: value };
}

const MOST_LETTERS = 4_000;

function tooLong(typed: Typed): Record<string, string> {
  const long = ['reason', 'harm', 'change'].flatMap((name) => {
    const by = (typed[name]?.trim().length ?? 0) - MOST_LETTERS;
    return by > 0 ? [[name, fill(words.tooLong, { by })] as const] : [];
  });
  const supporter = (typed.supporter?.trim().length ?? 0) > LONGEST_SUPPORTER;
  return { ...Object.fromEntries(long), ...(supporter && { supporter: commentsWords.supporterTooLong }) };
}

interface Recorded {
  readonly given: GivenPosition;
  readonly names: ReadonlyMap<string, string>;
  readonly closesAt: number | null;
  readonly hidden: boolean;
}

function recordedIn({ own, asked }: ShownDecision): Recorded {
  if (own.kind === 'none') throw new Error('an answer that was recorded is there');
  const here = asked.kind === 'answer' ? asked : null;
  return {
    given: own.given,
    names: new Map((here?.options ?? []).map(({ id, name }) => [id, name])),
    closesAt: here?.closesAt ?? null,
    hidden: here?.hidden ?? false,
  };
}
