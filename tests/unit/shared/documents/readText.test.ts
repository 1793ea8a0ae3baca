import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readText } from '../../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import { EVERYTHING, para, say } from './sample.ts';

function tree(build: (root: Y.XmlElement) => void): Y.Doc {
  const doc = new Y.Doc();
  build(doc.get('root-v2', Y.XmlElement) as Y.XmlElement);
  return doc;
}

function element(
  name: string,
  attributes: Record<string, unknown>,
  ...children: (Y.XmlElement | Y.XmlText)[]
) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

it('[TEXT2] words in elements that nobody knows are read as paragraphs', () => {
  const doc = tree((root) =>
    root.insert(0, [
      element('hologram', {}, new Y.XmlText('kept')),
      element(
        'carousel',
        {},
        element('slide', {}, new Y.XmlText('this')),
        element('block', { __kind: 'quote' }, new Y.XmlText('and this')),
      ),
      new Y.XmlText('bare words') as never,
      element(
        'table',
        {},
        new Y.XmlText('stray'),
        element('tablerow', {}, element('slide', {}, new Y.XmlText('straw'))),
      ),
      element('linebreak', {}),
      new Y.XmlHook('hook') as never,
    ]),
  );
  expect(readText(doc)).toEqual([
    para('kept'),
    para('this'),
    { kind: 'quote', runs: [say('and this')] },
    para('bare words'),
    para('stray'),
    para('straw'),
  ]);
});

it('[TEXT2] attributes that make no sense are left out', () => {
  const text = new Y.XmlText();
  text.applyDelta([
    {
      insert: 'a',
      attributes: { p: 'bold', s_link: 'javascript:alert(1)', s_mention: { kind: 'god', id: 1 } },
    },
    { insert: 'b', attributes: { p: { __format: 'all' }, s_link: { href: 'x' }, s_mention: 'ann', i: 'x' } },
    { insert: { image: 'x' } },
    { insert: 'c', attributes: { p: { __format: -1 } } },
  ]);
  const doc = tree((root) =>
    root.insert(0, [
      element('block', { __kind: 'throne', __indent: 4, __checked: true }, text),
      element('block', { __kind: 'check', __indent: 1e9, __checked: 'yes' }),
      element('block', { __kind: 'bullet', __indent: 'deep' }),
      element('block', { __kind: { toString: 1 }, __indent: Number.NaN }),
    ]),
  );
  const [first, ...rest] = readText(doc);
  expect(first).toMatchObject({ kind: 'paragraph', runs: [{ text: 'ab' }, { text: 'c' }] });
  expect(rest).toEqual([{ kind: 'check', runs: [], indent: 6 }, { kind: 'bullet', runs: [] }, para()]);
});

it('[TEXT2] a tree however deep is read without falling over', () => {
  const doc = tree((root) => {
    let inner: Y.XmlElement = root;
    for (let depth = 0; depth < 3_000; depth++) {
      const next = new Y.XmlElement(depth % 2 ? 'block' : 'table');
      inner.insert(0, [next]);
      inner = next;
    }
    inner.insert(0, [new Y.XmlText('too deep')]);
    root.insert(0, [element('block', {}, new Y.XmlText('kept'))]);
  });
  expect(readText(doc)[0]).toEqual(para('kept'));
});

it('[TEXT2] an empty document has no blocks, and writing none makes one place to type', () => {
  expect(readText(new Y.Doc())).toEqual([]);
  const doc = new Y.Doc();
  writeBlocks(doc, []);
  expect(readText(doc)).toEqual([para()]);
});

it('[TEXT1] blocks are written after what is there, in one update with the origin given', () => {
  const doc = new Y.Doc();
  const origins: unknown[] = [];
  doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
  writeBlocks(doc, [para('first')], 'a template');
  writeBlocks(doc, EVERYTHING, 'the example');
  expect(readText(doc)).toEqual([para('first'), ...EVERYTHING]);
  expect(origins).toEqual(['a template', 'the example']);
});
