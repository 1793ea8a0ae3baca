import { type PersonAction, personAction } from '../../decisions/actions.ts';
import { aliveBlock } from '../../decisions/acts/positions.ts';
import type { Decision } from '../../decisions/decision.ts';
import type { Line } from '../../ledger/line.ts';
import { NO_TEXT } from './sealedBack.ts';

/** A line with those of its texts that are known: others have been erased. */
export interface ReadLine {
  readonly line: Line;
  readonly words: Readonly<Record<string, string>>;
}

/**
 * The act that a line tells of. Texts that are gone are filled in: what they said is nowhere counted. Undefined when
 * the line tells of no act that there is.
 */
export function actionOf(decision: Decision, read: ReadLine): PersonAction | undefined {
  const rough = roughly(decision, read);
  const parsed = personAction.safeParse(rough && JSON.parse(JSON.stringify(rough)));
  return parsed.success ? parsed.data : undefined;
}

function roughly(decision: Decision, { line, words }: ReadLine): Record<string, unknown> | undefined {
  const { payload } = line;
  /** The text of this name: as it is, filled in when it is gone, and undefined when there never was one. */
  const text = (name: string) => words[name] ?? (line.words[name] === undefined ? undefined : NO_TEXT);
  const reason = text('reason');
  switch (line.kind) {
    case 'temperature_taken':
      return { kind: 'take_temperature', seat: payload.seat, reading: payload.reading };
    case 'opened':
      return { kind: 'open' };
    case 'ended':
      return { kind: 'withdraw', reason };
    case 'capacity_declared':
      return { kind: 'declare_capacity', seat: payload.seat };
    case 'position_taken':
      return {
        kind: 'take_position',
        seat: payload.seat,
        position: positionOf(decision, { line, words }, reason),
        through: through(payload, text),
      };
    case 'block_tested': {
      const { block: seat, question, yes, seat: as } = payload;
      return { kind: 'test_block', seat, question, yes, reason, as: as ?? undefined };
    }
    case 'block_answered':
      return { kind: 'answer_block', seat: payload.block, text: text('text') };
    case 'block_released':
      return { kind: 'release_block', seat: payload.block, reason };
    case 'conflict_handled':
      return { kind: 'handle_conflict', conflict: { ...payload, reason } };
    case 'seat_left':
      return { kind: 'seat_leaves', seat: payload.seat, reason };
    case 'seat_joined':
      return { kind: 'seat_joins', seat: { id: payload.seat, side: payload.side } };
    case 'amended': {
      const ifFrozen = payload.from === 'next_round' ? 'next_round' : 'move_closing';
      return { kind: 'amend', hash: payload.hash, change: text('change'), ifFrozen };
    }
    case 'meeting_held':
      return { kind: 'hold_meeting', about: text('about') };
    case 'round_opened':
      return { kind: 'open_next_round' };
    case 'round_closed':
    case 'round_extended':
      return { kind: 'close_early', reason };
    case 'extended':
      return { kind: 'extend', closesAt: payload.closesAt, reason };
    case 'decided':
      return { kind: 'decide', adopt: payload.adopt, reason, answers: answersIn(line, text) };
    default:
      return afterwards({ line, words }, text, reason);
  }
}

function afterwards(
  { line }: ReadLine,
  text: (name: string) => string | undefined,
  reason: string | undefined,
): Record<string, unknown> | undefined {
  const { payload } = line;
  switch (line.kind) {
    case 'body_answered': {
      const answer = { kind: payload.answer, condition: text('condition') };
      return { kind: 'answer_for_body', body: payload.body, answer, reason, reference: text('reference') };
    }
    case 'condition_answered':
      return { kind: 'answer_condition', body: payload.body, accepted: payload.accepted, reason };
    case 'condition_met':
      return { kind: 'meet_condition', condition: payload.condition, reference: text('reference') };
    case 'minority_statement':
      return { kind: 'add_minority_statement', seat: payload.seat, text: text('text') };
    case 'statement_written':
      return { kind: 'write_statement', text: text('text') };
    case 'corrected':
      return { kind: 'correct', about: text('about'), reason };
    case 'trial_stopped':
      return { kind: 'stop_trial', reason };
    case 'reviewed':
      return { kind: 'review', again: payload.again, reason };
    case 'superseded':
      return { kind: 'supersede', by: payload.supersededBy, reason };
    default:
      return undefined;
  }
}

function positionOf(decision: Decision, { line, words }: ReadLine, reason: string | undefined) {
  const { choice, ranking, value, seat } = line.payload;
  if (choice !== 'block') return { choice, ranking, reason };
  const change = words.change ?? (line.words.change === undefined ? undefined : NO_TEXT);
  return { choice, value, reason, change, harm: harmOf(decision, { line, words }, String(seat)) };
}

/**
 * Whether a block rests on the ground of the one before it depends on the harm that it names. When one of the two texts
 * is gone, the line says whether they were the same, and the text that stands for the one that is gone keeps to that.
 */
function harmOf(decision: Decision, { line, words }: ReadLine, seat: string): string | undefined {
  const before = aliveBlock(decision.blocks, seat)?.position.harm;
  const known = words.harm;
  const gone = before?.startsWith(ERASED) === true;
  if (line.payload.sameGround === true && (known === undefined || gone)) return before;
  if (known !== undefined) return known;
  return line.words.harm === undefined ? undefined : `${ERASED}${line.seq}`;
}

const ERASED = 'erased in line ';

function through({ channel, witness }: Line['payload'], text: (name: string) => string | undefined) {
  switch (channel) {
    case 'paper':
    case 'spoken':
      return { channel, witness, reference: text('reference') };
    case 'link':
      return { channel, supporter: text('supporter') };
    default:
      return { channel };
  }
}

const ANSWER = 'answer to ';

function answersIn({ words }: Line, text: (name: string) => string | undefined) {
  return Object.keys(words)
    .filter((name) => name.startsWith(ANSWER))
    .map((name) => ({ seat: name.slice(ANSWER.length), text: text(name) }));
}
