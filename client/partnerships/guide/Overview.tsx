import type { ReactNode } from 'react';
import {
  GUIDE_STEPS,
  type GuideDraft,
  type GuideStep,
  isNamed,
  wrongInStep,
} from '../../../shared/partnerships/guide.ts';
import { t } from '../../words.ts';

export interface OverviewProps {
  readonly draft: GuideDraft;
  readonly step: GuideStep;
  readonly goTo: (step: GuideStep) => void;
  readonly children: ReactNode;
}

/** Every question with its answer so far, each a way to it. */
export function Overview({ draft, step, goTo, children }: OverviewProps) {
  return (
    <nav className="guide-overview" aria-labelledby="guide-overview">
      <h2 id="guide-overview">{t('guide.overview')}</h2>
      <ol>
        {GUIDE_STEPS.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => goTo(one)}>
              <b>{t(`guide.short.${one}`)}</b>
              {one !== 'check' && (
                <span className="held-by" dir="auto">
                  {isAnswered(one, draft) ? answerTo(one, draft) : t('guide.open')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

function isAnswered(step: GuideStep, draft: GuideDraft): boolean {
  return Object.keys(wrongInStep(step, draft)).length === 0;
}

/** An answer as one line. */
export function answerTo(step: Exclude<GuideStep, 'check'>, draft: GuideDraft): string {
  switch (step) {
    case 'name':
    case 'place':
    case 'purpose':
    case 'whyTogether':
    case 'whyNow':
      return draft[step];
    case 'preset':
      return draft.preset ? t(`documents.presets.${draft.preset}`) : '';
    case 'seats':
      return t('guide.seatsSaid', { count: draft.seats.filter(isNamed).length });
    case 'you': {
      const seat = draft.seats.filter(isNamed).find(({ key }) => key === draft.ownSeat);
      const roles = ['facilitator' as const, ...draft.ownRoles.filter((role) => role !== 'facilitator')];
      const parts = [...(seat ? [seat.name] : []), ...roles.map((role) => t(`partnerships.roles.${role}`))];
      return t('guide.youSaid', { name: draft.ownName, parts: parts.join(', ') });
    }
  }
}
