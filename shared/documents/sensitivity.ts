import { SENSITIVITIES, type Sensitivity } from '../access.ts';
import { accessWords as words } from '../messages/en/access.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Whether more people may come to know a document at `to` than at `from`. */
export function isWider(from: Sensitivity, to: Sensitivity): boolean {
  return SENSITIVITIES.indexOf(to) < SENSITIVITIES.indexOf(from);
}

/** Making a document known more widely takes a reason, which stands in the journal; closing it never waits for one. */
export function checkSensitivity(from: Sensitivity, to: Sensitivity, reason: string): Refusal | undefined {
  if (!isWider(from, to) || reason !== '') return undefined;
  return refuse('invalid', words.reasonMissing, { reason: words.reasonMissing });
}
