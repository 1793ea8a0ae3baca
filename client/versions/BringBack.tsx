import { useEffect, useReducer, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Doc } from 'yjs';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Difference } from '../../shared/versions/bringBack.ts';
import { refusalOf } from '../api.ts';
import type { EditorParts } from '../editor/passages/EditorParts.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { bringItBack, documentThen, whatComes } from './bringing.ts';
import { useVersionState } from './queries.ts';
import { sayAt } from './sayMoment.ts';

export interface BringBackProps {
  readonly documentId: string;
  readonly seq: string;
  readonly parts: EditorParts;
}

/** Asks whether an earlier version is to be brought back, and brings it back as an edit of this page. */
export function BringBack({ documentId, seq, parts }: BringBackProps) {
  const [, setSearch] = useSearchParams();
  const state = useVersionState(documentId, seq);
  const then = useThen(state.data?.state);
  const coming = useComing(parts, then);
  const [asked, setAsked] = useState<Difference>();
  const shown = asked ?? coming;
  const close = () => setSearch({}, { replace: true });
  const when = state.data ? sayAt(state.data.at) : '';
  const sure = () => {
    const found = then && whatComes(parts, then);
    if (!then || !found || !shown) return;
    // Only what was said before is done.
    if (!isAlike(found, shown)) return setAsked(found);
    const takeBack = bringItBack(parts, then);
    close();
    if (takeBack)
      toast(fill(words.done, { when }), {
        takesFocus: true,
        action: { words: words.undo, act: () => toast(takeBack() ? words.undone : words.notLast) },
      });
  };
  if (state.isError)
    return (
      <Dialog title={words.bring} onClose={close}>
        <ErrorMessage message={refusalOf(state.error).message} onRetry={() => void state.refetch()} />
      </Dialog>
    );
  const isReady = shown !== undefined && parts.canWrite;
  return (
    <Dialog title={when === '' ? words.bring : fill(words.sure, { when })} onClose={close}>
      {!isReady && <Waiting parts={parts} />}
      {isReady && <WhatComes difference={shown} isNew={asked !== undefined} />}
      <div className="button-row">
        <Button look="plain" onClick={close}>
          {isReady && shown.same ? words.close : t('ui.cancel')}
        </Button>
        {isReady && !shown.same && <Button onClick={sure}>{words.doIt}</Button>}
      </div>
    </Dialog>
  );
}

function Waiting({ parts: { opened } }: { readonly parts: EditorParts }) {
  const { kind } = opened.status();
  if (kind === 'read_only' || kind === 'ended') return <p>{words.mayNotNow}</p>;
  return <Loading what={words.preparing} />;
}

function WhatComes({ difference, isNew }: { readonly difference: Difference; readonly isNew: boolean }) {
  if (difference.same) return <p>{words.nothingToDo}</p>;
  const lines = (['comes', 'goes', 'changes', 'shifts'] as const).flatMap((what) => {
    const count = difference[what];
    return count === 0
      ? []
      : [fill(count === 1 ? words[`${what}_one` as const] : words[`${what}_other` as const], { count })];
  });
  return (
    <>
      {isNew && <p role="status">{words.meanwhile}</p>}
      <p>{words.willBe}</p>
      <ul>
        {(lines.length > 0 ? lines : [words.onlyBlank]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.others}</p>
      <p>{words.kept}</p>
    </>
  );
}

function useThen(state: string | undefined): Doc | undefined {
  const [then, setThen] = useState<Doc>();
  useEffect(() => {
    if (state === undefined) return;
    const made = documentThen(state);
    setThen(made);
    return () => {
      setThen(undefined);
      made.destroy();
    };
  }, [state]);
  return then;
}

/** What it would do, as soon as this page has all that the version was made of. */
function useComing(parts: EditorParts, then: Doc | undefined): Difference | undefined {
  const { opened, tie, canWrite } = parts;
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  const [coming, setComing] = useState<Difference>();
  useEffect(() => opened.subscribe(lookAgain), [opened]);
  // The document may still be on its way: it is looked at after each change until it is all there.
  useEffect(() => {
    if (coming || !then || !tie || !canWrite) return;
    const look = () => setComing((before) => before ?? whatComes(parts, then));
    look();
    opened.doc.on('afterTransaction', look);
    return () => opened.doc.off('afterTransaction', look);
  }, [coming, then, tie, canWrite, opened, parts]);
  return coming;
}

function isAlike(one: Difference, other: Difference): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
