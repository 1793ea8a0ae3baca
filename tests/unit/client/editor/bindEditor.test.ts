import { $createTabNode, $createTextNode, type TextNode } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindEditor } from '../../../../client/editor/binding/bindEditor.ts';
import type { Caret } from '../../../../client/editor/binding/caret.ts';
import { $placeOfCaret } from '../../../../client/editor/binding/caret.ts';
import { withSoundNeighbours } from '../../../../client/editor/binding/soundNeighbours.ts';
import { createBareEditor } from '../../../../client/editor/headless.ts';
import { $createBlockNode, $isBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { $block, $select, desk, edit, meet, words, write } from './pair.ts';

it('[EDIT3] two editors on one document show the same words', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'The quick brown fox');
  meet(ann, ben);
  edit(ann, () => $select(0, 4).insertText('very '));
  edit(ben, () => $select(0, 19).insertText(' jumps'));
  meet(ann, ben);
  expect(words(ann)).toEqual(['The very quick brown fox jumps']);
  expect(words(ben)).toEqual(words(ann));
  expect([...ann.problems, ...ben.problems]).toEqual([]);
});

it('[EDIT3] a document with words fills the editor at once; an empty one stays empty', () => {
  const ann = desk(1);
  write(ann, 'one', 'two');
  const late = desk(2, Y.encodeStateAsUpdate(ann.doc));
  expect(words(late)).toEqual(['one', 'two']);
  const [first, second] = [desk(3), desk(4)];
  meet(first, second);
  expect(words(first)).toEqual([]);
  expect(first.doc.store.clients.size).toBe(0);
  meet(ann, first);
  expect(words(first)).toEqual(['one', 'two']);
});

it('[EDIT3] deleting everything leaves one empty block', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'one', 'two');
  meet(ann, ben);
  edit(ann, () => {
    $block(1).remove();
    $block(0).remove();
  });
  meet(ann, ben);
  expect(words(ann)).toEqual(['']);
  expect(words(ben)).toEqual(['']);
});

it('[EDIT4] undo and redo touch only what this person did', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'one');
  meet(ann, ben);
  ann.tie.undoManager.clear();
  edit(ann, () => $select(0, 3).insertText(' two'));
  meet(ann, ben);
  edit(ben, () => $select(0, 7).insertText(' three'));
  meet(ann, ben);
  ann.tie.undo();
  meet(ann, ben);
  expect(words(ben)).toEqual(['one three']);
  ann.tie.undo();
  ann.tie.redo();
  meet(ann, ben);
  expect(words(ann)).toEqual(['one two three']);
});

it('[EDIT3] a caret stays with its words while others type, and can be shown in another editor', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'The fox');
  meet(ann, ben);
  const carets: (Caret | null)[] = [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann.doc));
  const editor = createBareEditor((error) => {
    throw error;
  });
  bindEditor(editor, doc, { onCaret: (caret) => carets.push(caret) });
  editor.update(() => void $select(0, 4, 7), { discrete: true });
  edit(ben, () => $select(0, 0).insertText('See: '));
  const caret = carets.at(-1);
  if (!caret) throw new Error('no caret was told');
  expect(
    ben.editor.read(() => $placeOfCaret(ben.tie.binding, JSON.parse(JSON.stringify(caret)))),
  ).toMatchObject({
    anchorOffset: 9,
    focusOffset: 12,
  });
  expect(ben.editor.read(() => $placeOfCaret(ben.tie.binding, { anchor: 7, focus: {} }))).toBeNull();
});

it('[EDIT5] what this page cannot show stops the editing and keeps the words', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'kept');
  meet(ann, ben);
  const root = ann.doc.get('root-v2', Y.XmlElement) as Y.XmlElement;
  ann.doc.transact(() => root.insert(1, [new Y.XmlElement('hologram')]), 'remote');
  expect(ann.problems.map(({ kind }) => kind)).toEqual(['unreadable']);
  expect(ann.editor.isEditable()).toBe(false);
  expect(root.length).toBe(2);
  expect(words(ann)).toEqual(['kept']);
});

it('[EDIT5] properties that only a forger would send change nothing here', () => {
  const ann = desk(1);
  write(ann, 'kept');
  const block = (ann.doc.get('root-v2', Y.XmlElement) as Y.XmlElement).get(0) as Y.XmlElement;
  ann.doc.transact(() => {
    for (const [key, value] of Object.entries({
      __type: 'table',
      __kind: 'throne',
      __indent: 'deep',
      __checked: 1,
      __style: 'position:fixed',
      getKind: 'x',
    }))
      block.setAttribute(key, value as string);
  }, 'remote');
  ann.editor.read(() => {
    const node = $block(0);
    if (!$isBlockNode(node)) throw new Error('no longer a block');
    expect([node.getType(), node.getKind(), node.getIndent(), node.getChecked(), node.getStyle()]).toEqual([
      'block',
      'paragraph',
      0,
      false,
      '',
    ]);
  });
  edit(ann, () => $select(0, 4).insertText('!'));
  expect(words(ann)).toEqual(['kept!']);
  expect(ann.problems).toEqual([]);
});

it('[EDIT8] an emoji changed for one that shares its first half arrives whole', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'we agree 🤝 on this');
  meet(ann, ben);
  edit(ann, () => $select(0, 9, 11).insertText('🤞'));
  meet(ann, ben);
  expect(words(ben)).toEqual(['we agree 🤞 on this']);
  // sharing the second half, at the end, next to another, and put between two halves by where the caret is
  for (const line of ['🤞', '🥞', '🥞🤞', '🤝🥞🤞', 'x🤝🤞', '🤝']) {
    edit(ben, () => $block(0).getFirstChildOrThrow<TextNode>().setTextContent(line));
    meet(ann, ben);
    expect(words(ann)).toEqual([line]);
    expect(readText(ann.doc)).toEqual(readText(ben.doc));
  }
});

it('[EDIT8] changing a character in one stretch of words leaves the other stretches their marks', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'we agree 🤝 on this');
  edit(ann, () => $select(0, 12, 14).formatText('bold'));
  meet(ann, ben);
  edit(ann, () => $select(0, 9, 11).insertText('🤞'));
  meet(ann, ben);
  expect(readText(ben.doc)).toEqual([
    {
      kind: 'paragraph',
      runs: [{ text: 'we agree 🤞 ' }, { text: 'on', marks: ['bold'] }, { text: ' this' }],
    },
  ]);
});

it('[EDIT9] a tab is kept as a character of the words, not as a kind of its own', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'cost');
  edit(ann, () => $select(0, 4).insertNodes([$createTabNode(), $createTextNode('£18,400')]));
  meet(ann, ben);
  expect(words(ben)).toEqual(['cost\t£18,400']);
  expect(JSON.stringify(ann.doc.getXmlElement('root-v2').toJSON())).not.toContain('tab');
});

it('[EDIT10] what undo brings back stands between two that stand beside each other, whatever Yjs finds', () => {
  const [A, B, C] = [0, 1, 2].map((clock) => Y.createID(7, clock)) as [Y.ID, Y.ID, Y.ID];
  const put = (leftId: Y.ID | null, rightId: Y.ID) => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    const text = doc.getText('text');
    text.insert(0, 'abc');
    doc.clientID = 8;
    return doc.transact((transaction) => {
      const right = Y.getItemCleanStart(transaction, rightId);
      const left = leftId && Y.getItemCleanEnd(transaction, doc.store, leftId);
      const at = Y.createID(8, 0);
      const item = new Y.Item(
        at,
        left,
        left?.lastId ?? null,
        right,
        right.id,
        text,
        null,
        new Y.ContentString('x'),
      );
      withSoundNeighbours(() => item.integrate(transaction, 0));
      return { text: text.toString(), left: item.origin, right: item.rightOrigin };
    });
  };
  expect(put(A, B)).toEqual({ text: 'axbc', left: A, right: B });
  expect(put(A, A)).toEqual({ text: 'axbc', left: A, right: B });
  expect(put(B, A)).toEqual({ text: 'abxc', left: B, right: C });
  expect(put(A, C)).toEqual({ text: 'abxc', left: B, right: C });
  expect(put(null, C)).toEqual({ text: 'abxc', left: B, right: C });
});

it('[EDIT10] a word that comes back in a block that came back stands where it stood, though others wrote there since', () => {
  const [ann, ben] = [desk(1), desk(2)];
  write(ann, 'one two three');
  const step = (change: () => void) => {
    ann.tie.undoManager.stopCapturing();
    edit(ann, change);
    meet(ann, ben);
  };
  step(() => $select(0, 4, 8).removeText());
  step(() => $block(0).insertAfter($createBlockNode()));
  step(() => $block(0).remove());
  ann.tie.undo();
  meet(ann, ben);
  expect(words(ben)[0]).toBe('one three');
  edit(ben, () => $select(0, 1).insertText('X'));
  meet(ann, ben);
  ann.tie.undo();
  ann.tie.undo();
  meet(ann, ben);
  expect(words(ann)).toEqual(['oXne two three']);
  expect(words(ben)).toEqual(words(ann));
});
