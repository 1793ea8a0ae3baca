import type { GuideDraft, GuideStep } from '../../../shared/partnerships/guide.ts';

/** What every question of the guide is given. */
export interface QuestionProps {
  readonly step: GuideStep;
  readonly draft: GuideDraft;
  readonly change: (more: Partial<GuideDraft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly goTo: (step: GuideStep) => void;
}
