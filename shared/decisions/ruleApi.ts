import { z } from 'zod';
import { ruleWords } from '../messages/en/rules.ts';
import { rule } from './rule.ts';

/** How many rules of its own a partnership can have named at one time. */
export const MOST_OWN_RULES = 50;

const about = z.string().trim().max(1_000, ruleWords.aboutTooLong);

/** A rule that a partnership names as its own, with a sentence or two about what it is for. */
export const newOwnRule = z.strictObject({ rule, about });
export type NewOwnRule = z.infer<typeof newOwnRule>;

export const ownRule = z.object({
  id: z.string(),
  about: z.string(),
  rule,
  createdAt: z.number(),
  /** When it was retired; null while it can be chosen. Decisions that took it keep it. */
  retiredAt: z.number().nullable(),
  reading: z.array(z.string()).meta({ description: 'What it means for this partnership’s seats' }),
});
export type OwnRule = z.infer<typeof ownRule>;

export const ownRulesAnswer = z.object({ rules: z.array(ownRule) });
