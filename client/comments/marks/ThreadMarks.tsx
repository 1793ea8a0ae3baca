import { type ReactNode, useCallback, useState } from 'react';
import type { EditorParts } from '../../editor/passages/EditorParts.ts';
import { Button } from '../../ui/Button.tsx';
import { useMedia } from '../../ui/useMedia.ts';
import type { Acting } from '../card/acting.ts';
import type { Compare } from '../card/Quoted.tsx';
import { ThreadCard } from '../card/ThreadCard.tsx';
import type { ComposeAt } from '../compose/useComposing.ts';
import type { Numbered } from '../order.ts';
import type { Places } from '../places/useThreadPlaces.ts';
import { titleOf } from '../said.ts';
import { t } from '../words.ts';
import { type Box, MarginCard } from './MarginCard.tsx';
import { PillButton } from './PillButton.tsx';
import { pillsOf } from './pills.ts';
import { SheetCard } from './SheetCard.tsx';
import { useDrawn } from './useDrawn.ts';

export interface ThreadMarksProps {
  readonly parts: EditorParts;
  readonly all: readonly Numbered[];
  /** Those whose words are marked. */
  readonly marked: readonly Numbered[];
  readonly found: Places;
  readonly acting: Acting;
  readonly Compare: Compare;
  readonly chosen: string | null;
  readonly composing: ComposeAt | null;
  readonly step: (by: 1 | -1) => void;
  readonly onChoose: (threadId: string) => void;
  /** Goes to its words. */
  readonly onShow: (threadId: string) => void;
  readonly onClose: () => void;
  /** What is being begun, if anything. */
  readonly children: ReactNode;
}

/**
 * Numbers beside the words that threads are about, in a layer of their own: nothing of them is ever in the text. The open
 * one stands beside its words where there is room, and comes from below on a small screen.
 */
export function ThreadMarks(props: ThreadMarksProps) {
  const { parts, all, marked, found, acting, Compare, chosen, composing, step, children } = props;
  const { onChoose, onShow, onClose } = props;
  const wide = useMedia('(min-width: 1180px)');
  const anchors = useDrawn({ parts, threads: marked, found, chosen });
  const [box, setBox] = useState<Box | null>(null);
  const measured = useCallback((next: Box | null) => setBox(next), []);

  const open = all.find(({ thread }) => thread.id === chosen);
  const pills = pillsOf(anchors, wide && box ? box : undefined);
  const card = composing ? (
    children
  ) : open ? (
    <ThreadCard
      each={open}
      now={found.places?.nowOf(open.thread.id) ?? open.thread.passage?.now}
      acting={acting}
      Compare={Compare}
    >
      <ThreadWays each={open} found={found} onShow={wide ? onShow : undefined} step={step} />
    </ThreadCard>
  ) : null;
  const name = composing || !open ? t('threads.compose.title') : titleOf(open);
  const key = composing ? 'new' : (chosen ?? '');
  const Card = wide ? MarginCard : SheetCard;
  return (
    <div className="thread-marks no-print" data-wide={wide || undefined}>
      {pills.map((pill) => (
        <PillButton
          key={pill.ids[0]}
          pill={pill}
          threads={pill.ids.flatMap((id) => all.find(({ thread }) => thread.id === id) ?? [])}
          chosen={chosen}
          wide={wide}
          onChoose={onChoose}
        />
      ))}
      {card && (
        <Card
          key={key}
          name={name}
          sheet={parts.sheet}
          top={composing ? undefined : anchors.find(({ id }) => id === chosen)?.top}
          onMeasured={measured}
          onClose={onClose}
        >
          {card}
        </Card>
      )}
    </div>
  );
}

interface ThreadWaysProps {
  readonly each: Numbered;
  readonly found: Places;
  readonly onShow: ((threadId: string) => void) | undefined;
  readonly step: (by: 1 | -1) => void;
}

/** On from the open thread: to its words, to the one before and to the next. */
function ThreadWays({ each: { thread }, found, onShow, step }: ThreadWaysProps) {
  return (
    <span className="thread-ways">
      {onShow && found.places?.stretchOf(thread.id) && (
        <Button look="quiet" onClick={() => onShow(thread.id)}>
          {t('threads.card.toWords')}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={t('threads.card.previous')}
        title={t('threads.card.previous')}
        onClick={() => step(-1)}
      >
        <span aria-hidden="true">↑</span>
      </Button>
      <Button
        look="quiet"
        aria-label={t('threads.card.next')}
        title={t('threads.card.next')}
        onClick={() => step(1)}
      >
        <span aria-hidden="true">↓</span>
      </Button>
    </span>
  );
}
