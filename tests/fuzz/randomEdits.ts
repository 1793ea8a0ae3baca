import * as prng from 'lib0/prng';
import * as Y from 'yjs';

/** One random change of a document: of its text, its list, its map or its tree. */
export function editAtRandom(gen: prng.PRNG, doc: Y.Doc): void {
  doc.transact(() => {
    switch (prng.int32(gen, 0, 3)) {
      case 0:
        return editText(gen, doc.getText('t'));
      case 1:
        return editList(gen, doc.getArray('a'));
      case 2:
        return editMap(gen, doc.getMap('m'));
      default:
        return editTree(gen, doc.getXmlFragment('x'));
    }
  });
}

function editText(gen: prng.PRNG, text: Y.Text): void {
  const at = prng.int32(gen, 0, text.length);
  const length = Math.min(prng.int32(gen, 1, 5), text.length - at);
  const choice = prng.int32(gen, 0, 5);
  if (choice === 0 && length > 0) text.format(at, length, { bold: prng.bool(gen) ? true : null });
  else if (choice <= 2 && length > 0) text.delete(at, length);
  else text.insert(at, prng.word(gen, 1, 8));
}

function editList(gen: prng.PRNG, list: Y.Array<unknown>): void {
  const at = prng.int32(gen, 0, list.length);
  if (at < list.length && prng.bool(gen)) list.delete(at, 1);
  else if (prng.bool(gen)) list.insert(at, [prng.int53(gen, 0, 1e9), prng.word(gen)]);
  else {
    const inner = new Y.Map();
    inner.set('k', prng.word(gen));
    list.insert(at, [inner]);
  }
}

function editMap(gen: prng.PRNG, map: Y.Map<unknown>): void {
  const key = prng.oneOf(gen, ['one', 'two', 'three']);
  const inner = map.get(key);
  if (inner instanceof Y.Text && prng.bool(gen)) editText(gen, inner);
  else if (prng.int32(gen, 0, 3) === 0) map.delete(key);
  else map.set(key, prng.bool(gen) ? new Y.Text(prng.word(gen)) : prng.int53(gen, 0, 99));
}

function editTree(gen: prng.PRNG, tree: Y.XmlFragment): void {
  const at = prng.int32(gen, 0, tree.length);
  const found = at < tree.length ? tree.get(at) : undefined;
  if (found instanceof Y.XmlText) editText(gen, found);
  else if (found instanceof Y.XmlElement && prng.bool(gen)) editTree(gen, found);
  else if (found && prng.bool(gen)) tree.delete(at, 1);
  else tree.insert(at, [prng.bool(gen) ? new Y.XmlText(prng.word(gen)) : new Y.XmlElement('block')]);
}

/** Everything that a document says, in a form that two documents can be compared by. */
export function wordsOf(doc: Y.Doc): string {
  const words = [
    doc.getText('t').toDelta(),
    doc.getArray('a').toJSON(),
    doc.getMap('m').toJSON(),
    doc.getXmlFragment('x').toString(),
  ];
  return JSON.stringify(words, (_key, value) => (isPlain(value) ? sorted(value) : value));
}

/** Keys stand in the order in which they arrived, which is nobody's words. */
function sorted(object: object): object {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function sameWords(one: Y.Doc, other: Y.Doc): boolean {
  return wordsOf(one) === wordsOf(other);
}
