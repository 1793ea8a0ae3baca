import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';

/** What every part of a draft is given. `problems`: what is missing or can't be, shown once one has tried to open. */
export interface DraftPartProps {
  readonly decision: DecisionAnswer;
  readonly partnership: PartnershipAnswer;
  readonly problems: Readonly<Record<string, string>>;
}
