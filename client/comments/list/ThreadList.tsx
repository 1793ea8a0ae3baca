import { useState } from 'react';
import type { WordsNow } from '../../../shared/comments/api.ts';
import type { Side } from '../../../shared/partnerships/sides.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { FILTERS, type Filter, isIn, type Numbered } from '../order.ts';
import type { Wishes } from '../wishes.ts';
import { t } from '../words.ts';
import { ListedThread } from './ListedThread.tsx';

export interface ThreadListProps {
  readonly all: readonly Numbered[];
  /** Those that the filter lets through, as they stand in the text. */
  readonly listed: readonly Numbered[];
  readonly filter: Filter;
  readonly sides: ReadonlySet<Side>;
  readonly chosen: string | null;
  readonly wishes: Wishes;
  readonly isPending: boolean;
  readonly nowOf: (threadId: string) => WordsNow | undefined;
  readonly onFilter: (filter: Filter) => void;
  readonly onChoose: (threadId: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onWish: (change: Partial<Wishes>) => void;
  /** Absent for those who may not comment. */
  readonly onStart: (() => void) | undefined;
  readonly onStartWhole: (() => void) | undefined;
}

/** A page of the list: a thousand lines at once would be read by nobody. */
const AT_ONCE = 30;

/** Every thread on this document: which are shown, one after the other, and what one wants to see and hear of them. */
export function ThreadList(props: ThreadListProps) {
  const { all, listed, filter, sides, chosen, wishes, isPending, nowOf } = props;
  const { onFilter, onChoose, onStep, onWish, onStart, onStartWhole } = props;
  const [most, setMost] = useState(AT_ONCE);
  if (isPending || (all.length === 0 && !onStart)) return null;
  const count = (each: Filter) => all.filter(({ thread }) => isIn(each, thread, sides)).length;
  const shown = listed.slice(0, most);
  return (
    <section className="thread-list no-print" aria-label={t('threads.list.title')}>
      <details open={matchMedia('(min-width: 1101px)').matches}>
        <summary>
          <span>
            {t('threads.list.title')} <span className="thread-count">{count('open')}</span>
          </span>
        </summary>
        {onStart && (
          <div className="thread-starts">
            <Button look="plain" onMouseDown={(event) => event.preventDefault()} onClick={onStart}>
              {t('threads.list.start')}
            </Button>
            <button type="button" className="thread-link" onClick={onStartWhole}>
              {t('threads.list.startWhole')}
            </button>
          </div>
        )}
        {all.length === 0 ? (
          <p className="small">{t('threads.list.none')}</p>
        ) : (
          <>
            <SelectField
              label={t('threads.list.show')}
              value={filter}
              onChange={(next) => {
                setMost(AT_ONCE);
                onFilter(next as Filter);
              }}
              options={FILTERS.filter((each) => each !== 'side' || sides.size > 0).map((each) => ({
                value: each,
                name: t(`threads.list.filter.${each}`, { count: count(each) }),
              }))}
            />
            {listed.length === 0 ? (
              <p className="small">{t('threads.list.noneShown')}</p>
            ) : (
              <>
                <div className="thread-steps">
                  <Button look="plain" onClick={() => onStep(-1)}>
                    <span aria-hidden="true">↑ </span>
                    {t('threads.list.previous')}
                  </Button>
                  <Button look="plain" onClick={() => onStep(1)}>
                    <span aria-hidden="true">↓ </span>
                    {t('threads.list.next')}
                  </Button>
                </div>
                <ol>
                  {shown.map((each) => (
                    <ListedThread
                      key={each.thread.id}
                      each={each}
                      now={nowOf(each.thread.id) ?? each.thread.passage?.now}
                      isChosen={each.thread.id === chosen}
                      onChoose={onChoose}
                    />
                  ))}
                </ol>
                {listed.length > most && (
                  <Button look="quiet" onClick={() => setMost(most + AT_ONCE)}>
                    {t('threads.list.more', { count: Math.min(AT_ONCE, listed.length - most) })}
                  </Button>
                )}
              </>
            )}
          </>
        )}
        <Switch label={t('threads.list.marks')} on={wishes.marks} onChange={(marks) => onWish({ marks })} />
        <Switch label={t('threads.list.aloud')} on={wishes.aloud} onChange={(aloud) => onWish({ aloud })} />
      </details>
    </section>
  );
}
