import { SideShape } from '../../partnerships/SideMark.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { Numbered } from '../order.ts';
import { aboutOf, answersOf, ended, plainWords, short, titleOf } from '../said.ts';
import { t } from '../words.ts';
import { PILL_HEIGHT, type Pill } from './pills.ts';

export interface PillButtonProps {
  readonly pill: Pill;
  readonly threads: readonly Numbered[];
  readonly chosen: string | null;
  readonly wide: boolean;
  readonly onChoose: (threadId: string) => void;
}

/** As high as one line of what was said is. */
const LINE = 22;
const MOST_LINES = 3;

/** The number of a thread beside its words; where there is room, with who said what. */
export function PillButton({ pill, threads, chosen, wide, onChoose }: PillButtonProps) {
  const [first] = threads;
  if (!first) return null;
  const at = threads.findIndex(({ thread }) => thread.id === chosen);
  // Pressed again, a mark that stands for several goes on to the next.
  const next = threads[(at + 1) % threads.length] ?? first;
  const [said] = first.thread.comments;
  const side = said?.author.seat?.side;
  const lines = Math.min(MOST_LINES, Math.floor((pill.room - PILL_HEIGHT) / LINE));
  return (
    <button
      type="button"
      className="thread-pill"
      style={{ top: pill.top }}
      aria-pressed={at >= 0}
      onClick={() => onChoose(next.thread.id)}
    >
      <VisuallyHidden>{threads.length > 1 ? nameOfMany(threads) : nameOf(first)}</VisuallyHidden>
      <span className="thread-pill-number" data-kind={first.thread.kind} aria-hidden="true">
        {first.number}
        {threads.length > 1 && <small>+{threads.length - 1}</small>}
      </span>
      {wide && said && (
        <span className="thread-pill-words" aria-hidden="true">
          <span className="thread-pill-who">
            {side && <SideShape side={side} />} <b>{said.author.name}</b>{' '}
            <span className="small">{threads.length > 1 ? '' : answersOf(first.thread)}</span>
          </span>
          {lines > 0 && (
            <span className="thread-pill-said" style={{ WebkitLineClamp: lines }}>
              {short(plainWords(said), 160)}
            </span>
          )}
        </span>
      )}
    </button>
  );
}

function nameOf(each: Numbered): string {
  const [said] = each.thread.comments;
  return t('threads.mark', {
    title: titleOf(each),
    state: t(`threads.state.${each.thread.state}`),
    name: said?.author.name ?? '',
    words: said ? ended(short(plainWords(said), 120)) : '',
    about: aboutOf(each.thread),
  });
}

function nameOfMany(threads: readonly Numbered[]): string {
  const numbers = threads.map(({ number }) => number).join(', ');
  return t('threads.markMany', { count: threads.length, numbers });
}
