import { howMuchChanged } from '../../../shared/decisions/changesText.ts';
import { wordsChanged } from '../../../shared/decisions/wordsChanged.ts';
import { Button } from '../../ui/Button.tsx';
import { t } from '../../words.ts';
import { type BoundNow, lookOf, SIGNS, stateWords } from './look.ts';

export interface BoundListProps {
  readonly all: readonly BoundNow[];
  readonly isPending: boolean;
  readonly onChoose: (decisionId: string) => void;
  /** Absent for those who may not put words to a decision. */
  readonly onPut: (() => void) | undefined;
}

/** Every decision whose words stand in this document, with what became of them. */
export function BoundList({ all, isPending, onChoose, onPut }: BoundListProps) {
  if (isPending || (all.length === 0 && !onPut)) return null;
  return (
    <section className="bound-list no-print" aria-label={t('passages.list.title')}>
      <details open={matchMedia('(min-width: 1101px)').matches}>
        <summary>
          <span>
            {t('passages.list.short')} {all.length > 0 && <span className="bound-count">{all.length}</span>}
          </span>
        </summary>
        {all.length === 0 && <p className="small">{t('passages.list.none')}</p>}
        {all.length > 0 && (
          <ul>
            {all.map((each) => (
              <li key={each.bound.decisionId}>
                <button
                  type="button"
                  data-look={lookOf(each)}
                  onClick={() => onChoose(each.bound.decisionId)}
                >
                  <span className="bound-sign" aria-hidden="true">
                    {SIGNS[lookOf(each)]}
                  </span>
                  <span>
                    <b>{t('passages.number', { number: each.bound.number })}</b>
                    <span className="bound-state">{stateWords(each)}</span>
                    <span className="bound-question">{each.bound.question || t('passages.noQuestion')}</span>
                    <HowMuch each={each} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {onPut && (
          <>
            <p className="small">{t('passages.list.how')}</p>
            <Button look="plain" onMouseDown={(event) => event.preventDefault()} onClick={onPut}>
              {t('passages.list.put')}
            </Button>
          </>
        )}
      </details>
    </section>
  );
}

function HowMuch({ each: { bound, now } }: { readonly each: BoundNow }) {
  if (now.state !== 'changed') return null;
  return <span className="bound-how-much">{howMuchChanged(wordsChanged(bound.words, now.blocks))}</span>;
}
