import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { BoundHere } from '../../../shared/decisions/passageApi.ts';
import { Layout, type Stretch } from '../../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import { useAnswering } from '../../editor/passages/asked.ts';
import { stretchOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, rootOf } from '../../editor/passages/EditorParts.ts';
import { useChanges } from '../../live/useChanges.ts';
import { useHasContent } from '../../sync/useDocument.ts';
import { BoundCard } from './BoundCard.tsx';
import { BoundList } from './BoundList.tsx';
import { BoundMarks } from './BoundMarks.tsx';
import { DriftNews } from './DriftNews.tsx';
import { PutDialog, type Putting } from './PutDialog.tsx';
import { usePassages } from './queries.ts';
import { useBoundNow } from './useBoundNow.ts';
import './bound.css';

export interface BoundDecisionsProps {
  readonly documentId: string;
  readonly partnershipId: string;
  readonly parts: EditorParts;
  readonly mayPut: boolean;
  readonly restricted: boolean;
}

const NONE: readonly BoundHere[] = [];

/** Everything about decisions on a document's page: marks beside the words, the list of them, and putting words to one. */
export const BoundDecisions = memo(function BoundDecisions({
  documentId,
  partnershipId,
  parts,
  mayPut,
  restricted,
}: BoundDecisionsProps) {
  useChanges(partnershipId);
  const passages = usePassages(documentId);
  const hasContent = useHasContent(parts.opened);
  const all = useBoundNow(parts.opened.doc, hasContent, passages.data?.passages ?? NONE);
  const [chosen, choose] = useState<string | null>(null);
  const [putting, setPutting] = useState<Putting | null>(null);

  const put = (stretch: Stretch | null, follows?: BoundHere) => {
    choose(null);
    setPutting(puttingOf(parts, stretch, follows));
  };
  const putSelected = () => {
    const root = rootOf(parts);
    const range = parts.selection();
    put(root && range ? stretchOf(root, range) : null);
  };
  useAnswering(parts.askedDecision, hasContent, putSelected);

  const card = all.find(({ bound }) => bound.decisionId === chosen);
  const list = (
    <BoundList
      all={all}
      isPending={passages.isPending}
      onChoose={choose}
      onPut={mayPut ? putSelected : undefined}
    />
  );
  return (
    <>
      <BoundMarks parts={parts} all={all} onChoose={choose} />
      {parts.place ? createPortal(list, parts.place) : list}
      <DriftNews all={all} />
      {card && (
        <BoundCard
          each={card}
          parts={parts}
          onPut={mayPut ? (stretch) => put(stretch, card.bound) : undefined}
          onClose={() => choose(null)}
        />
      )}
      {putting && (
        <PutDialog
          documentId={documentId}
          putting={putting}
          restricted={restricted}
          onClose={() => setPutting(null)}
        />
      )}
    </>
  );
});

function puttingOf({ opened: { doc } }: EditorParts, stretch: Stretch | null, follows?: BoundHere): Putting {
  const layout = new Layout(doc);
  const places = stretch && placesOf(layout, stretch);
  const bound = places ? bindPassage(layout, places.start, places.end) : 'not_here';
  return { bound, follows };
}
