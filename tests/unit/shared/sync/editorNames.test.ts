import { ArtificialNode__DO_NOT_USE, RootNode, TextNode } from 'lexical';
import { expect, test } from 'vitest';
import { createBareEditor } from '../../../../client/editor/headless.ts';
import { EDITOR_ELEMENTS, EDITOR_TEXT_KINDS } from '../../../../shared/sync/editorNames.ts';

/** By kind, what an editor of ours has registered. The root and the editor's own stand-in are never in a document. */
function registered(isText: boolean): Set<string> {
  const editor = createBareEditor((error) => {
    throw error;
  });
  const classes = [...editor._nodes.values()].map(({ klass }) => klass);
  return new Set(
    classes
      .filter((klass) => klass !== RootNode && klass !== ArtificialNode__DO_NOT_USE)
      .filter((klass) => (klass === TextNode || klass.prototype instanceof TextNode) === isText)
      .map((klass) => klass.getType()),
  );
}

test('[GATE7] the gate lets in exactly the elements and kinds of text that the editor has registered, but for tabs, which it writes as characters', () => {
  expect(registered(false)).toEqual(new Set(EDITOR_ELEMENTS));
  expect(registered(true)).toEqual(new Set([...EDITOR_TEXT_KINDS, 'tab']));
});
