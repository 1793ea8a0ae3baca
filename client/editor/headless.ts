import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import { editorBasics } from './nodes/editorNodes.ts';

/** An editor with no page, for tests and for turning one form of a document into another. Errors go to `onError`. */
export function createBareEditor(onError: (error: Error) => void): LexicalEditor {
  return createHeadlessEditor({ ...editorBasics, onError });
}
