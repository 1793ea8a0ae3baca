import {
  politicalCommission,
  serviceCommission,
  strategicCommission,
  tacticalCommission,
} from './commissionControl.ts';
import { emptyPage } from './emptyPage.ts';
import { governanceAgreement } from './governanceAgreement.ts';
import { solutionShapingPlan } from './solutionShapingPlan.ts';
import type { Template } from './template.ts';
import { valuesAndBehaviours } from './valuesAndBehaviours.ts';

/** Every template, in the order in which people choose from them. */
export const templates: readonly Template[] = [
  solutionShapingPlan,
  valuesAndBehaviours,
  governanceAgreement,
  politicalCommission,
  strategicCommission,
  tacticalCommission,
  serviceCommission,
  emptyPage,
];

/** The template with this id; undefined if there is none. */
export function templateOf(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
