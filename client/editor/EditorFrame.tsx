import { $getRoot } from 'lexical';
import { type ReactNode, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { countWordsIn } from '../../shared/documents/countWords.ts';
import type { OpenedDocument } from '../sync/openDocument.ts';
import { SyncNotice, SyncStatusLine } from '../sync/SyncStatusLine.tsx';
import { useHasContent, useSyncStatus } from '../sync/useDocument.ts';
import { Switch } from '../ui/Switch.tsx';
import { toast } from '../ui/toast.ts';
import { useMedia } from '../ui/useMedia.ts';
import { t } from '../words.ts';
import type { EditorProblem } from './binding/bindEditor.ts';
import type { Caret } from './binding/caret.ts';
import { CommentBar } from './CommentBar.tsx';
import { HelpSheet } from './keys/HelpSheet.tsx';
import { LinkBar } from './links/LinkBar.tsx';
import { LinkDialog } from './links/LinkDialog.tsx';
import { $openSelectedLink } from './links/openLink.ts';
import { MentionMenu } from './mentions/MentionMenu.tsx';
import type { Mentionable } from './mentions/matching.ts';
import { Outline } from './Outline.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { useAsking } from './passages/asked.ts';
import type { EditorParts } from './passages/EditorParts.ts';
import { useKeptSelection } from './passages/useKeptSelection.ts';
import { Announcements } from './presence/Announcements.tsx';
import { Carets } from './presence/Carets.tsx';
import { nextFollowing } from './presence/following.ts';
import { PeopleHere } from './presence/PeopleHere.tsx';
import { useOwnActs } from './presence/useOwnActs.ts';
import { usePresence } from './presence/usePresence.ts';
import { TextArea } from './TextArea.tsx';
import { EditorToolbar } from './toolbar/EditorToolbar.tsx';
import { useAboveKeyboard } from './useAboveKeyboard.ts';
import { useEditorValue } from './useEditorValue.ts';
import { useBehaviour, useBinding, useLexical } from './useLexical.ts';

export interface DocumentEditorProps {
  readonly documentId: string;
  /** Whose copy this device keeps. */
  readonly accountId: string;
  /** Who I am among those who are here. */
  readonly memberId: string;
  /** Names the text for those who listen to the page. */
  readonly title: string;
  /** Members and seats that may be named with `@`. */
  readonly mentionables: readonly Mentionable[];
  /** Where the same document can be read without the editor. */
  readonly readingHref: string;
  /** Where the outline stands; beside the words if nothing is given. */
  readonly outlinePlace?: Element | null;
  /** Where what belongs to the words, and is not drawn over them, stands. */
  readonly decisionsPlace?: Element | null;
  /** Where the list of comments stands. */
  readonly commentsPlace?: Element | null;
  /** What else belongs to the words: drawn over the sheet, or put where it asks for. */
  readonly children?: ((parts: EditorParts) => ReactNode) | undefined;
  /** Whether words can be put to a decision from here. */
  readonly mayPut?: boolean;
  /** Whether words can be commented on from here. */
  readonly mayComment?: boolean;
}

type Asking = 'link' | 'help' | null;

/** Everything round the words of one open document, and the words. */
export function EditorFrame(props: DocumentEditorProps & { readonly opened: OpenedDocument }) {
  const {
    opened,
    title,
    memberId,
    mentionables,
    readingHref,
    outlinePlace,
    decisionsPlace,
    children,
    mayPut = false,
    commentsPlace,
    mayComment = false,
  } = props;
  const [problem, setProblem] = useState<EditorProblem | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [askedDecision, putWords] = useAsking();
  const [askedComment, comment] = useAsking();
  const [following, follow] = useReducer(nextFollowing, null);
  const sheet = useRef<HTMLDivElement>(null);
  const bar = useAboveKeyboard();
  const isPhone = useMedia('(max-width: 600px)');

  const status = useSyncStatus(opened);
  const hasContent = useHasContent(opened);
  const isReadable = problem?.kind !== 'unreadable';
  const canWrite = isReadable && hasContent && status.kind !== 'read_only' && status.kind !== 'ended';

  const editor = useLexical((error) => setProblem({ kind: 'redrawn', error }));
  const selection = useKeptSelection(editor);
  const presence = usePresence(opened, memberId, canWrite);
  const tellCaret = useRef(presence.tellCaret);
  tellCaret.current = presence.tellCaret;
  const callbacks = useMemo(
    () => ({ onProblem: setProblem, onCaret: (caret: Caret | null) => tellCaret.current(caret) }),
    [],
  );
  const binding = useBinding(editor, opened, callbacks);
  useBehaviour(
    editor,
    useMemo(
      () => ({
        showHelp: () => setAsking('help'),
        editLink: () => setAsking('link'),
        putWords: mayPut ? putWords : undefined,
        openLink: $openSelectedLink,
        words: { done: t('editor.copied.done'), notDone: t('editor.copied.notDone') },
        onTooMuch: () => toast(t('editor.tooMuchPasted')),
      }),
      [mayPut, putWords],
    ),
  );
  useEffect(() => editor.setEditable(canWrite), [editor, canWrite]);
  useEffect(() => {
    const here = new Set(presence.people.map((person) => person.id));
    if (following && !here.has(following.personId)) follow({ type: 'stop' });
  }, [presence.people, following]);

  const close = useCallback(() => setAsking(null), []);
  useOwnActs(sheet, () => follow({ type: 'own_act' }));

  // The same object for as long as nothing in it changes, so that typing redraws nothing round the words.
  const parts = useMemo(
    () => ({
      editor,
      opened,
      tie: binding,
      canWrite,
      sheet,
      place: decisionsPlace ?? null,
      commentsPlace: commentsPlace ?? null,
      selection,
      askedDecision,
      askedComment,
    }),
    [
      editor,
      opened,
      binding,
      canWrite,
      decisionsPlace,
      commentsPlace,
      selection,
      askedDecision,
      askedComment,
    ],
  );

  const quiet = (
    <span title={t('editor.quietHelp')} className="editor-quiet">
      <Switch label={t('editor.quiet')} on={presence.quiet} onChange={presence.setQuiet} />
    </span>
  );

  return (
    <div className="editor" data-writing={canWrite || undefined}>
      <div className="editor-top">
        <SyncStatusLine opened={opened} />
        <WordCount editor={editor} />
        <PeopleHere
          people={presence.people}
          following={following}
          onFollow={(personId) => follow({ type: 'follow', personId })}
        >
          {isPhone && quiet}
        </PeopleHere>
        {!isPhone && quiet}
      </div>
      <SyncNotice opened={opened} />
      {problem && <ProblemNotice problem={problem} readingHref={readingHref} />}
      {canWrite && binding && (
        <div className="editor-bar" ref={bar}>
          <EditorToolbar
            editor={editor}
            binding={binding}
            onLink={() => setAsking('link')}
            onHelp={() => setAsking('help')}
            onPut={mayPut ? putWords : undefined}
            onComment={mayComment ? comment : undefined}
          />
        </div>
      )}
      {!canWrite && mayComment && hasContent && (
        <div className="editor-bar" ref={bar}>
          <CommentBar onComment={comment} onHelp={() => setAsking('help')} />
        </div>
      )}
      <div className="editor-body">
        {outlinePlace ? createPortal(<Outline editor={editor} />, outlinePlace) : <Outline editor={editor} />}
        <div className="editor-sheet" ref={sheet}>
          <TextArea
            editor={editor}
            title={title}
            canWrite={canWrite}
            hasContent={hasContent}
            opened={opened}
          />
          {binding && !presence.quiet && (
            <Carets
              opened={opened}
              editor={editor}
              binding={binding.binding}
              sheet={sheet}
              myId={memberId}
              following={following}
            />
          )}
          {canWrite && <LinkBar editor={editor} onChange={() => setAsking('link')} />}
          {children?.(parts)}
        </div>
      </div>
      {canWrite && <MentionMenu editor={editor} mentionables={mentionables} />}
      <Announcements people={presence.people} quiet={presence.quiet} />
      {asking === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {asking === 'help' && <HelpSheet onClose={close} />}
    </div>
  );
}

function WordCount({ editor }: { readonly editor: ReturnType<typeof useLexical> }) {
  const count = useEditorValue(editor, $words, 0);
  return <span className="editor-words">{t('editor.words', { count })}</span>;
}

function $words(): number {
  return countWordsIn($getRoot().getTextContent());
}
