import { $getRoot } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { $blocksToNodes, $nodesToBlocks } from '../../../../client/editor/blocks.ts';
import { canonicalForm } from '../../../../shared/documents/canonical.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import { EVERYTHING } from '../../shared/documents/sample.ts';
import { $block, type Desk, desk, edit } from './pair.ts';

const seen = (at: Desk) => at.editor.read(() => $nodesToBlocks($getRoot().getChildren()));

it('[TEXT1] what the server writes, the editor shows and the server reads, is the same for every kind and mark', () => {
  const doc = new Y.Doc();
  writeBlocks(doc, EVERYTHING);
  expect(readText(doc)).toEqual(EVERYTHING);
  const ann = desk(1, Y.encodeStateAsUpdate(doc));
  expect(seen(ann)).toEqual(EVERYTHING);
  expect(readText(ann.doc)).toEqual(EVERYTHING);
  expect(ann.problems).toEqual([]);
});

it('[TEXT1] what the editor writes, the server reads, for every kind and mark', () => {
  const ann = desk(1);
  edit(ann, () => void $getRoot().append(...$blocksToNodes(EVERYTHING)));
  expect(seen(ann)).toEqual(EVERYTHING);
  expect(readText(ann.doc)).toEqual(EVERYTHING);
});

it('[TEXT1] the server writes the very tree that the editor writes', () => {
  const ann = desk(1);
  edit(ann, () => void $getRoot().append(...$blocksToNodes(EVERYTHING)));
  const doc = new Y.Doc();
  writeBlocks(doc, EVERYTHING);
  expect(treeOf(doc)).toEqual(treeOf(ann.doc));
});

it('[TEXT1] an editor that only opens a document the server wrote changes not one byte', () => {
  const doc = new Y.Doc();
  writeBlocks(doc, EVERYTHING);
  const before = Y.encodeStateVector(doc);
  const ann = desk(1, Y.encodeStateAsUpdate(doc));
  edit(ann, () => void $block(0).selectEnd());
  expect(Y.encodeStateVector(ann.doc)).toEqual(before);
  expect(canonicalForm(readText(ann.doc))).toBe(canonicalForm(EVERYTHING));
});

function treeOf(doc: Y.Doc): unknown {
  const walk = (type: unknown): unknown => {
    if (type instanceof Y.XmlText) return type.toDelta();
    if (!(type instanceof Y.XmlElement)) return String(type);
    return { name: type.nodeName, attributes: type.getAttributes(), children: type.toArray().map(walk) };
  };
  return walk(doc.get('root-v2', Y.XmlElement));
}
