import { say } from '../decisions/say.ts';
import { askingWords } from '../messages/en/asking.ts';
import type { Rung, Subject } from './rungs.ts';

const words = askingWords.meansHere;

/** What this much say truly means, in plain sentences: whose the last word is, too. */
export function meansOf(rung: Rung, subject: Subject): string[] {
  return [askingWords.means[rung], ...(subject.kind === 'decision' ? lastWord(subject) : [])];
}

function lastWord({ decision: { sealed, draft } }: Extract<Subject, { kind: 'decision' }>): string[] {
  const standing = sealed?.standing ?? draft.standing;
  if (!standing || !('bodies' in standing)) return [];
  const bodies = standing.bodies.map(({ name }) => name).join(', ');
  return [say(standing.kind === 'each_body' ? words.eachBody : words.lastWord, { bodies })];
}
