import type { DecisionAnswer, RegisterLine } from '../../shared/decisions/recordApi.ts';
import type { Context } from '../context.ts';
import { driftOf } from './passages.ts';

/**
 * Lines of the register, with whether the words of each still stand in its document as they were agreed: null where
 * this account may not read that document.
 */
export async function withDrift(
  context: Context,
  accountId: string,
  lines: readonly RegisterLine[],
): Promise<RegisterLine[]> {
  const drift = await driftOf(
    context,
    accountId,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => ({ ...line, drift: drift.get(line.id) ?? null }));
}

/** The same for the one line on a decision's page. */
export async function withItsDrift(
  context: Context,
  accountId: string,
  answer: DecisionAnswer,
): Promise<DecisionAnswer> {
  const [line = answer.line] = await withDrift(context, accountId, [answer.line]);
  return { ...answer, line };
}
