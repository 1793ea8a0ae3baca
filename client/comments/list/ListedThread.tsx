import { memo } from 'react';
import type { WordsNow } from '../../../shared/comments/api.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import type { Numbered } from '../order.ts';
import { aboutOf, answersOf, plainWords, short } from '../said.ts';
import { t } from '../words.ts';

export interface ListedThreadProps {
  readonly each: Numbered;
  readonly now: WordsNow | undefined;
  readonly isChosen: boolean;
  readonly onChoose: (threadId: string) => void;
}

/** One thread in the list: who began it, on what words, and what became of it. */
export const ListedThread = memo(function ListedThread({ each, now, isChosen, onChoose }: ListedThreadProps) {
  const { thread, number } = each;
  const [first] = thread.comments;
  const facts = [
    thread.state !== 'open' && t(`threads.state.${thread.state}`),
    answersOf(thread),
    now && now.state !== 'as_quoted' && thread.state === 'open' && t('threads.list.changed'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li>
      <button type="button" aria-current={isChosen || undefined} onClick={() => onChoose(thread.id)}>
        <span className="thread-pill-number" data-kind={thread.kind}>
          <span className="visually-hidden">
            {t(thread.kind === 'suggestion' ? 'threads.list.suggestion' : 'threads.list.comment')}{' '}
          </span>
          {number}
        </span>
        <span>
          <b className="thread-listed-who">
            {first?.author.seat ? (
              <SideMark side={first.author.seat.side}>{first.author.name}</SideMark>
            ) : (
              first?.author.name
            )}
          </b>
          <span className="thread-listed-said">{first && short(plainWords(first), 90)}</span>
          <span className="small">{aboutOf(thread)}</span>
          {facts.length > 0 && <span className="small thread-listed-facts">{facts.join(' · ')}</span>}
        </span>
      </button>
    </li>
  );
});
