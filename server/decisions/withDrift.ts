import type { DecisionAnswer, RegisterLine } from '../../shared/decisions/recordApi.ts';
import type { Context } from '../context.ts';
import { driftOf } from './passages.ts';

/** Lines of the register, with whether the words of each still stand in its document as they were agreed. */
export async function withDrift(context: Context, lines: readonly RegisterLine[]): Promise<RegisterLine[]> {
  const drift = await driftOf(
    context,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => ({ ...line, drift: drift.get(line.id) ?? null }));
}

/** The same for the one line on a decision's page. */
export async function withItsDrift(context: Context, answer: DecisionAnswer): Promise<DecisionAnswer> {
  const [line = answer.line] = await withDrift(context, [answer.line]);
  return { ...answer, line };
}
