import {
  type BindingV2,
  createBindingV2__EXPERIMENTAL,
  type ExcludedProperties,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import {
  $getRoot,
  $setSelection,
  COLLABORATION_TAG,
  type LexicalEditor,
  mergeRegister,
  RootNode,
  SKIP_COLLAB_TAG,
} from 'lexical';
import { type Doc, type Transaction, UndoManager, XmlElement, type XmlText, type YEvent } from 'yjs';
import { followPosition } from '../../../shared/documents/moves/followMoves.ts';
import { Moves } from '../../../shared/documents/moves/moves.ts';
import { readText } from '../../../shared/documents/readText.ts';
import { tidyBlocks } from '../../../shared/documents/tidyBlocks.ts';
import { $nodesToBlocks } from '../blocks.ts';
import { $createBlockNode } from '../nodes/BlockNode.ts';
import { registerBlockRules } from '../nodes/blockRules.ts';
import { UNSHARED_PROPERTIES } from '../nodes/editorNodes.ts';
import { registerRunRules } from '../nodes/runRules.ts';
import { $caretIsInside, $keepCaretInside, type Caret, privateAwareness } from './caret.ts';
import { findMoves } from './findMoves.ts';
import { Mender } from './Mender.ts';
import { undoOrRedo } from './undo.ts';
import { withWholeCharacters } from './wholeCharacters.ts';

/**
 * `redrawn`: something in the document could not be followed and the whole was read afresh; nothing is lost.
 * `unreadable`: this page cannot show what the document holds, so it stopped editing; the words are still there.
 */
export type EditorProblem = { readonly kind: 'redrawn' | 'unreadable'; readonly error: unknown };

const LOOK_AFTER_MS = 500;

/** The origin of what is done to the whole document at once. */
const WHOLE = {};

export interface BindOptions {
  readonly onProblem?: (problem: EditorProblem) => void;
  /** The person's own caret, each time that it moves. */
  readonly onCaret?: (caret: Caret | null) => void;
}

export interface EditorBinding {
  readonly binding: BindingV2;
  readonly undoManager: UndoManager;
  undo(): void;
  redo(): void;
  /**
   * Changes the document in some way that is no typing, as one step of undo. `work` writes down its own moves. The answer
   * takes it back, if nothing else was done since: it says whether it did.
   */
  changeWhole(work: (moves: Moves) => void): () => boolean;
  /** Does at once what would be done a moment later. */
  settle(): void;
  destroy(): void;
}

/**
 * Ties `editor` to the words in `doc`, both ways, until `destroy`.
 *
 * What the document already holds appears at once. An empty document leaves the editor empty: its first
 * words come from the server, never from each page that opens it. Undo and redo touch only what was done
 * through this editor. Never throws for what other people sent; see `EditorProblem`.
 */
export function bindEditor(editor: LexicalEditor, doc: Doc, options: BindOptions = {}): EditorBinding {
  const provider = privateAwareness((caret) => options.onCaret?.(caret));
  const binding = createBindingV2__EXPERIMENTAL(editor, 'document', doc, new Map(), {
    excludedProperties: UNSHARED_PROPERTIES as ExcludedProperties,
  });
  const undoManager = new UndoManager(binding.root, { trackedOrigins: new Set([binding, WHOLE]) });
  const readAll = () => syncYjsStateToLexicalV2__EXPERIMENTAL(binding, provider);
  const moves = new Moves(doc);
  const mender = new Mender(doc, moves);
  let stopped = false;
  const stop = () => {
    stopped = true;
    editor.setEditable(false);
  };
  const follow = (work: () => void) => {
    const error = errorOf(editor, work);
    if (error === undefined) return;
    // A selection that points behind the end of shrunken words makes Lexical throw: it goes before the second try.
    const again = errorOf(editor, () => {
      editor.update(() => $setSelection(null), { discrete: true, tag: COLLABORATION_TAG });
      readAll();
    });
    if (again !== undefined) stop();
    options.onProblem?.({ kind: again === undefined ? 'redrawn' : 'unreadable', error: again ?? error });
  };

  /**
   * Now and then the binding misses a changed kind or a line break in what undo or others did to a block, and
   * would go on showing the old one. So after each change of that sort the page is held against the document.
   */
  const showsTheDocument = () => {
    const shown = editor.read(() => tidyBlocks($nodesToBlocks($getRoot().getChildren())));
    return JSON.stringify(shown) === JSON.stringify(tidyBlocks(readText(doc)));
  };
  let canBeHeldAgainst = true;
  const lookAgain = () => {
    if (stopped || !canBeHeldAgainst || showsTheDocument()) return;
    follow(() => {
      binding.mapping.clear();
      readAll();
    });
    // What a forger put in may read differently for ever; drawing the page anew each time would help nobody.
    canBeHeldAgainst = showsTheDocument();
  };

  let looking: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(looking);
    looking = undefined;
    lookAgain();
  };
  // Not in the middle of a change, which the editor may still be drawing.
  const lookSoon = () => {
    looking ??= setTimeout(look, LOOK_AFTER_MS);
  };

  /** Without what the binding remembers of nodes it compares words alone, which is slow and always works. */
  const sendAfresh = (send: () => void, error: unknown) => {
    try {
      binding.mapping.clear();
      send();
      options.onProblem?.({ kind: 'redrawn', error });
    } catch (again) {
      stop();
      options.onProblem?.({ kind: 'unreadable', error: again });
    }
  };

  const onTree = (events: YEvent<XmlElement | XmlText>[], transaction: Transaction) => {
    if (transaction.origin === binding) return;
    provider.follow((position) => followPosition(doc, moves, position));
    const undoing = transaction.origin === undoManager;
    follow(() => syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, provider, events, transaction, undoing));
    if (undoing || events.some(({ target }) => target instanceof XmlElement)) lookSoon();
    if (!editor.getEditorState().read($caretIsInside))
      editor.update($keepCaretInside, { discrete: true, tag: COLLABORATION_TAG });
  };
  const onTransaction = (transaction: Transaction) => {
    const mine = [binding, mender, undoManager, WHOLE].includes(transaction.origin);
    if (!mine && editor.isEditable()) mender.mend(transaction);
  };
  binding.root.observeDeep(onTree as never);
  doc.on('afterTransaction', onTransaction);

  const unregister = mergeRegister(
    registerRunRules(editor),
    registerBlockRules(editor),
    editor.registerEditableListener((editable) => {
      if (editable) mender.mend(undefined);
    }),
    editor.registerNodeTransform(RootNode, (root) => {
      if (root.isEmpty() && binding.root.length > 0) root.append($createBlockNode());
    }),
    editor.registerUpdateListener((update) => {
      if (stopped || update.tags.has(SKIP_COLLAB_TAG)) return;
      const { prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags } = update;
      const send = () =>
        doc.transact((transaction) => {
          const caretIsInside = editorState.read($caretIsInside);
          try {
            withWholeCharacters(() =>
              syncLexicalUpdateToYjsV2__EXPERIMENTAL(
                binding,
                provider,
                prevEditorState,
                editorState,
                dirtyElements,
                dirtyLeaves,
                normalizedNodes,
                tags,
              ),
            );
          } catch (error) {
            // The words went first; only telling where the caret is has failed.
            if (caretIsInside) throw error;
            editor.update($keepCaretInside, { tag: COLLABORATION_TAG });
          }
          moves.write(findMoves(transaction));
        }, binding);
      try {
        send();
      } catch (error) {
        sendAfresh(send, error);
      }
    }),
  );
  if (binding.root.length > 0) follow(readAll);
  if (editor.isEditable()) mender.mend(undefined);
  const step = (direction: 'undo' | 'redo') => undoOrRedo(doc, undoManager, moves, direction);

  return {
    binding,
    undoManager,
    undo: () => step('undo'),
    redo: () => step('redo'),
    changeWhole(work) {
      undoManager.stopCapturing();
      doc.transact(() => work(moves), WHOLE);
      undoManager.stopCapturing();
      const done = undoManager.undoStack.at(-1);
      return () => {
        if (!done || undoManager.undoStack.at(-1) !== done) return false;
        step('undo');
        return true;
      };
    },
    settle() {
      if (looking !== undefined) look();
    },
    destroy() {
      clearTimeout(looking);
      unregister();
      doc.off('afterTransaction', onTransaction);
      moves.destroy();
      binding.root.unobserveDeep(onTree as never);
      undoManager.destroy();
    },
  };
}

/** Runs `work` and gives the error it met, whether it was thrown or handed to the editor's own handler. */
function errorOf(editor: LexicalEditor, work: () => void): unknown {
  const handler = editor._onError;
  let met: unknown;
  editor._onError = (error) => {
    met ??= error;
  };
  try {
    work();
  } catch (error) {
    met ??= error;
  } finally {
    editor._onError = handler;
  }
  return met;
}
