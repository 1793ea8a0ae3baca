import type { LexicalEditor } from 'lexical';
import type { RefObject } from 'react';
import type { OpenedDocument } from '../../sync/openDocument.ts';
import type { EditorBinding } from '../binding/bindEditor.ts';
import type { Asked } from './asked.ts';

/** What others may put round the words of an open document get of the editor. */
export interface EditorParts {
  readonly editor: LexicalEditor;
  readonly opened: OpenedDocument;
  /** What ties the editor to the document; null in the first moment. */
  readonly tie: EditorBinding | null;
  /** Whether words can be written here just now. */
  readonly canWrite: boolean;
  /** Holds the text; what is drawn over it is placed from its corner. */
  readonly sheet: RefObject<HTMLElement | null>;
  /** Where what belongs to the words stands when it is not drawn over them; below the words if null. */
  readonly place: Element | null;
  /** Where the list of comments stands; below the words if null. */
  readonly commentsPlace: Element | null;
  /** What was last selected in the words. */
  readonly selection: () => Range | null;
  /** Somebody asks, from the tools, to put the selected words to a decision. */
  readonly askedDecision: Asked;
  /** Somebody asks, from the tools, to comment on the selected words. */
  readonly askedComment: Asked;
}

/** Calls back after each change of what is on the page; gives the way to stop. */
export function onDrawn({ editor }: EditorParts, listener: () => void): () => void {
  return editor.registerUpdateListener(listener);
}

/** The element that holds the words, once it is on the page. */
export function rootOf({ editor }: EditorParts): HTMLElement | null {
  return editor.getRootElement();
}
