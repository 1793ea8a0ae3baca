import { GUIDE_STEPS, isNamed, wrongInStep } from '../../../shared/partnerships/guide.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words.ts';
import { SideMark } from '../SideMark.tsx';
import { answerTo } from './Overview.tsx';
import type { QuestionProps } from './questionProps.ts';

/** Everything that was answered, each with the way back to it, and who is still missing. */
export function CheckAnswers({ draft, goTo }: QuestionProps) {
  const seats = draft.seats.filter(isNamed);
  const missing = SIDES.filter((side) => !seats.some((seat) => seat.side === side));
  return (
    <>
      <dl className="guide-answers">
        {GUIDE_STEPS.map((step) => {
          if (step === 'check') return null;
          const open = Object.keys(wrongInStep(step, draft)).length > 0;
          return (
            <div key={step}>
              <dt>{t(`guide.short.${step}`)}</dt>
              <dd>
                <div className="as-typed" dir="auto">
                  {open ? <b className="still-open">{t('guide.open')}</b> : answerTo(step, draft)}
                  {step === 'seats' && (
                    <ul className="guide-seats">
                      {SIDES.flatMap((side) => seats.filter((seat) => seat.side === side)).map((seat) => (
                        <li key={seat.key}>
                          <SideMark side={seat.side}>{seat.name}</SideMark>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
                <Button
                  look="quiet"
                  aria-label={t('guide.changeWhat', { what: t(`guide.short.${step}`) })}
                  onClick={() => goTo(step)}
                >
                  {t('guide.change')}
                </Button>
              </dd>
            </div>
          );
        })}
      </dl>
      {missing.length > 0 && (
        <p className="heads-up-line">
          {t('guide.missing', { sides: missing.map((side) => t(`partnerships.sides.${side}`)).join(', ') })}
        </p>
      )}
      <p className="small">{t('guide.nobodyYet')}</p>
    </>
  );
}
