import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Thread, ThreadsAnswer } from '../../shared/comments/api.ts';
import type { Stretch } from '../../shared/documents/layout.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { rangesOf } from '../editor/passages/domPlaces.ts';
import { type EditorParts, rootOf } from '../editor/passages/EditorParts.ts';
import { scrollToWords, showWords } from '../editor/passages/showWords.ts';
import { useChanges } from '../live/useChanges.ts';
import { useHasContent } from '../sync/useDocument.ts';
import type { Acting } from './card/acting.ts';
import type { Compare } from './card/Quoted.tsx';
import { Composer } from './compose/Composer.tsx';
import { useComposing } from './compose/useComposing.ts';
import { useParagraphKeys } from './compose/useParagraphKeys.ts';
import { ThreadList } from './list/ThreadList.tsx';
import { ThreadMarks } from './marks/ThreadMarks.tsx';
import { useNameables, WhomProvider } from './naming/whom.ts';
import { type Filter, inTextOrder, isIn, numbered } from './order.ts';
import { useThreadPlaces } from './places/useThreadPlaces.ts';
import { useThreadAct, useThreads } from './queries.ts';
import { Spoken, useSpoken } from './Spoken.tsx';
import { stepWords } from './said.ts';
import { useNews } from './useNews.ts';
import { useThreadKeys } from './useThreadKeys.ts';
import { useWishes } from './wishes.ts';
import { t } from './words.ts';
import './comments.css';

export interface ThreadCommentsProps {
  readonly documentId: string;
  readonly partnershipId: string;
  readonly memberId: string;
  readonly parts: EditorParts;
  readonly Compare: Compare;
}

const NONE: readonly Thread[] = [];
const NO_SEATS: ThreadsAnswer['seats'] = [];

/** Everything about comments on a document's page: marks beside the words, the list of them, and beginning one. */
export const ThreadComments = memo(function ThreadComments({
  documentId,
  partnershipId,
  memberId,
  parts,
  Compare,
}: ThreadCommentsProps) {
  useChanges(partnershipId);
  const about = useMemo(() => ({ kind: 'document', id: documentId }) as const, [documentId]);
  const answer = useThreads(about);
  const threads = answer.data?.threads ?? NONE;
  const seats = answer.data?.seats ?? NO_SEATS;
  const mayStart = answer.data?.may.start ?? false;
  const { mutateAsync: act } = useThreadAct(about);
  const whom = useNameables(partnershipId);
  const acting = useMemo<Acting>(() => ({ about, seats, act }), [about, seats, act]);

  const hasContent = useHasContent(parts.opened);
  const found = useThreadPlaces(parts.opened.doc, hasContent, threads);
  const all = useMemo(() => numbered(threads), [threads]);
  const [filter, setFilter] = useState<Filter>('open');
  const sides = useMemo(() => new Set<Side>(seats.map(({ side }) => side)), [seats]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when words were found elsewhere
  const listed = useMemo(
    () =>
      inTextOrder(
        all.filter(({ thread }) => isIn(filter, thread, sides)),
        (id) => found.places?.stretchOf(id),
      ),
    [all, filter, sides, found.places, found.version],
  );
  const [chosen, choose] = useState<string | null>(null);
  const marked = useMemo(
    () => all.filter(({ thread }) => thread.state === 'open' || thread.id === chosen),
    [all, chosen],
  );
  const [wishes, setWishes] = useWishes();
  const spoken = useSpoken();
  useNews(all, memberId, wishes.aloud, spoken.say);

  const composing = useComposing(parts, mayStart);
  const goTo = useCallback(
    (id: string) => {
      composing.stop();
      choose(id);
      const stretch = found.places?.stretchOf(id);
      if (stretch) showWords(parts, stretch);
      const at = listed.findIndex(({ thread }) => thread.id === id);
      const each = listed[at] ?? all.find(({ thread }) => thread.id === id);
      if (each) spoken.say(stepWords(each, at + 1, listed.length));
    },
    [parts, found.places, listed, all, spoken.say, composing.stop],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      if (listed.length === 0) return spoken.sayNone();
      const at = listed.findIndex(({ thread }) => thread.id === chosen);
      const next = at < 0 ? (by === 1 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length;
      const id = listed[next]?.thread.id;
      if (id) goTo(id);
    },
    [listed, chosen, goTo, spoken.sayNone],
  );
  useThreadKeys({ parts, chosen, step, start: composing.startSelected, choose });
  useParagraphKeys(parts, mayStart, composing.start, spoken.say);
  useLinkedThread(hasContent && found.places !== null, all, goTo);

  const close = useCallback(() => {
    choose(null);
    rootOf(parts)?.focus({ preventScroll: true });
  }, [parts]);
  const list = (
    <ThreadList
      {...{ all, listed, filter, sides, chosen, wishes }}
      isPending={answer.isPending}
      nowOf={(id) => found.places?.nowOf(id)}
      onFilter={setFilter}
      onChoose={goTo}
      onStep={step}
      onWish={setWishes}
      onStart={mayStart ? composing.startSelected : undefined}
      onStartWhole={mayStart ? composing.startWhole : undefined}
    />
  );
  return (
    <WhomProvider value={whom}>
      <ThreadMarks
        {...{ parts, found, acting, Compare, chosen, step }}
        all={all}
        marked={wishes.marks ? marked : marked.filter(({ thread }) => thread.id === chosen)}
        composing={composing.at}
        onChoose={(id) => {
          composing.stop();
          choose(id);
          requestAnimationFrame(() => bringIntoView(parts, found.places?.stretchOf(id)));
        }}
        onShow={goTo}
        onClose={close}
      >
        {composing.at && (
          <Composer
            {...{ parts, about, seats }}
            at={composing.at}
            onSent={(id) => {
              spoken.say(t('threads.compose.sent'));
              composing.stop();
              choose(id);
            }}
            onCancel={() => {
              composing.stop();
              rootOf(parts)?.focus({ preventScroll: true });
            }}
          />
        )}
      </ThreadMarks>
      {parts.commentsPlace ? createPortal(list, parts.commentsPlace) : list}
      <Spoken words={spoken.words} />
    </WhomProvider>
  );
});

/** A card that comes from below leaves its words to be seen above it. */
function bringIntoView(parts: EditorParts, stretch: Stretch | undefined): void {
  const root = rootOf(parts);
  const [range] = root && stretch ? rangesOf(root, stretch) : [];
  if (range) scrollToWords(range);
}

/** Opens the thread that the page's address names, once. */
function useLinkedThread(ready: boolean, all: readonly { thread: Thread }[], goTo: (id: string) => void) {
  const [linked, setLinked] = useState(() => /^#thread-([\w-]+)$/.exec(location.hash)?.[1]);
  useEffect(() => {
    if (!ready || !linked || !all.some(({ thread }) => thread.id === linked)) return;
    setLinked(undefined);
    goTo(linked);
  }, [ready, linked, all, goTo]);
}
