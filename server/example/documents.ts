import type { Block } from '../../shared/documents/blocks.ts';
import { politicalCommissionBlocks, tacticalCommissionBlocks } from './commissions.ts';
import { governanceBlocks } from './governance.ts';
import { type NorthvaleFile, northvaleFile } from './northvaleFile.ts';
import { planBlocks } from './plan.ts';
import { valuesBlocks } from './values.ts';

export interface ExampleDocument {
  readonly id: string;
  readonly template: string;
  readonly title: string;
  /** The day it was begun, `2025-01-14`. */
  readonly begun: string;
  /** By name: someone of the cast. */
  readonly begunBy: string;
  readonly blocks: readonly Block[];
}

/** What the example partnership has written, the same every time. */
export function exampleDocuments(file: NorthvaleFile = northvaleFile()): readonly ExampleDocument[] {
  return [
    {
      id: 'northvale-plan',
      template: 'solution_shaping_plan',
      title: 'Day support in the north, and getting there',
      begun: '2025-02-04',
      begunBy: 'Priya Nandra',
      blocks: planBlocks(file),
    },
    {
      id: 'northvale-values',
      template: 'values_and_behaviours',
      title: 'Our shared values and behaviours',
      begun: '2025-01-14',
      begunBy: 'Marsha Odell',
      blocks: valuesBlocks(file),
    },
    {
      id: 'northvale-governance',
      template: 'governance_agreement',
      title: 'How we decide in Northvale',
      begun: '2025-01-28',
      begunBy: 'Marsha Odell',
      blocks: governanceBlocks(file),
    },
    {
      id: 'northvale-commission-political',
      template: 'commission_political',
      title: 'What we want for older people in Northvale',
      begun: '2025-01-14',
      begunBy: 'Cllr Ada Pryce',
      blocks: politicalCommissionBlocks(file),
    },
    {
      id: 'northvale-commission-tactical',
      template: 'commission_tactical',
      title: 'What we are going to do: trips, company and help at home',
      begun: '2025-05-22',
      begunBy: 'Bal Dhesi',
      blocks: tacticalCommissionBlocks(file),
    },
  ];
}
