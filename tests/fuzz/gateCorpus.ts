import * as prng from 'lib0/prng';
import * as Y from 'yjs';

/** One update as someone sent it, the document as the server had it just before, and whose clients are whose. */
export interface Sent {
  readonly bytes: Uint8Array;
  readonly author: number;
}

/** A session: what arrives at the server, in order. `clients` tells which person each client belongs to. */
export interface EditingSession {
  readonly sent: readonly Sent[];
  readonly clients: ReadonlyMap<number, number>;
}

interface Person {
  readonly number: number;
  doc: Y.Doc;
  undo: Y.UndoManager;
  offline: boolean;
  queue: Uint8Array[];
}

const ELEMENTS = ['block', 'block', 'block', 'table', 'horizontalrule'];
const WORDS = ['we ', 'will ', 'share ', 'the ', 'work 🤝 ', 'żółć ', 'a', 'b', ' '];

/**
 * People who really edit: words, formats, blocks, tables, maps and lists, undo and redo, deleting, merging
 * blocks, going offline and sending everything on return, opening a second tab, and other Yjs programs' roots.
 */
export function editingSession(seed: number, people: number, steps: number): EditingSession {
  const gen = prng.create(seed);
  const server = new Y.Doc({ gc: true });
  const sent: Sent[] = [];
  const clients = new Map<number, number>();
  const crew = Array.from({ length: people }, (_, number) => newPerson(number));

  function newPerson(number: number): Person {
    const person: Person = { number, offline: false, queue: [], ...tab(number) };
    listen(person);
    return person;
  }
  function tab(number: number) {
    const doc = new Y.Doc();
    doc.clientID = prng.uint32(gen, 1, 2 ** 32 - 1);
    clients.set(doc.clientID, number);
    const undo = new Y.UndoManager(
      [root(doc), doc.getText('stock'), doc.getMap('things'), doc.getArray('rows')],
      {
        trackedOrigins: new Set(['me']),
        captureTimeout: 0,
      },
    );
    return { doc, undo };
  }
  function listen(person: Person) {
    person.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === 'server') return;
      if (person.offline) person.queue.push(bytes);
      else arrive(person, bytes);
    });
  }
  function arrive(person: Person, bytes: Uint8Array) {
    sent.push({ bytes, author: person.number });
    Y.applyUpdate(server, bytes);
    for (const other of crew)
      if (other !== person && !other.offline) Y.applyUpdate(other.doc, bytes, 'server');
  }
  function comeBack(person: Person) {
    const stale = prng.bool(gen);
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(person.doc)), 'server');
    const merged = stale && person.queue.length > 0 ? Y.mergeUpdates(person.queue) : null;
    person.offline = false;
    person.queue = [];
    const step2 = Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server));
    // Some clients send their own log first, and then the whole answer again: most of it is known by then.
    if (merged) arrive(person, merged);
    arrive(person, step2);
  }

  for (let step = 0; step < steps; step++) {
    const person = prng.oneOf(gen, crew);
    const dice = prng.int32(gen, 0, 99);
    if (dice < 3 && !person.offline) person.offline = true;
    else if (dice < 8 && person.offline) comeBack(person);
    else if (dice < 9 && !person.offline) {
      Object.assign(person, tab(person.number));
      Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server), 'server');
      listen(person);
      arrive(person, Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server)));
    } else edit(gen, person);
  }
  for (const person of crew) if (person.offline) comeBack(person);
  return { sent, clients };
}

function root(doc: Y.Doc): Y.XmlElement {
  return doc.get('root-v2', Y.XmlElement) as Y.XmlElement;
}

function edit(gen: prng.PRNG, { doc, undo }: Person): void {
  const dice = prng.int32(gen, 0, 99);
  if (dice < 4) undo.undo();
  else if (dice < 7) undo.redo();
  else doc.transact(() => change(gen, doc, dice), 'me');
}

function change(gen: prng.PRNG, doc: Y.Doc, dice: number): void {
  const top = root(doc);
  const texts = textsOf(top);
  const text = texts.length > 0 ? prng.oneOf(gen, texts) : null;
  if (dice < 20 || text === null) addBlock(gen, top);
  else if (dice < 55) type(gen, text);
  else if (dice < 65) format(gen, text);
  else if (dice < 75) removeSome(gen, text);
  else if (dice < 80)
    (prng.oneOf(gen, elementsOf(top)) as Y.XmlElement).setAttribute('__kind', prng.oneOf(gen, WORDS));
  else if (dice < 84) removeSome(gen, top);
  else if (dice < 87) paste(gen, top);
  else if (dice < 92) stockText(gen, doc.getText('stock'));
  else if (dice < 96) stockMap(gen, doc.getMap('things'));
  else stockArray(gen, doc.getArray('rows'));
}

function addBlock(gen: prng.PRNG, top: Y.XmlElement): void {
  const name = prng.oneOf(gen, ELEMENTS);
  const element = new Y.XmlElement(name);
  top.insert(prng.int32(gen, 0, top.length), [element]);
  if (name === 'table') addRows(gen, element);
  if (name === 'block') element.insert(0, [newText(gen)]);
}

function addRows(gen: prng.PRNG, table: Y.XmlElement): void {
  for (let i = 0; i < 2; i++) {
    const row = new Y.XmlElement('tablerow');
    const cell = new Y.XmlElement('tablecell');
    const block = new Y.XmlElement('block');
    block.insert(0, [newText(gen), new Y.XmlElement('linebreak'), newText(gen)]);
    cell.insert(0, [block]);
    row.insert(0, [cell]);
    table.insert(0, [row]);
  }
}

function newText(gen: prng.PRNG): Y.XmlText {
  const text = new Y.XmlText();
  text.insert(0, prng.oneOf(gen, WORDS));
  return text;
}

function paste(gen: prng.PRNG, top: Y.XmlElement): void {
  const blocks = Array.from({ length: prng.int32(gen, 1, 12) }, () => {
    const block = new Y.XmlElement('block');
    block.setAttribute('__kind', 'paragraph');
    block.insert(0, [newText(gen)]);
    return block;
  });
  top.insert(prng.int32(gen, 0, top.length), blocks);
}

function type(gen: prng.PRNG, text: Y.XmlText): void {
  text.insert(
    prng.int32(gen, 0, text.length),
    prng.oneOf(gen, WORDS),
    prng.bool(gen) ? { i: 1, p: { __format: 1 } } : undefined,
  );
}

function format(gen: prng.PRNG, text: Y.XmlText): void {
  const from = prng.int32(gen, 0, text.length);
  const attribute = prng.oneOf(gen, [
    { t: 'text' },
    { p: { __format: 3 } },
    { s_link: 'https://example.org' },
    { t: null },
  ]);
  text.format(from, prng.int32(gen, 0, text.length - from), attribute);
}

function removeSome(gen: prng.PRNG, list: Y.XmlText | Y.XmlElement): void {
  if (list.length === 0) return;
  const from = prng.int32(gen, 0, list.length - 1);
  list.delete(from, prng.int32(gen, 1, Math.min(3, list.length - from)));
}

function stockText(gen: prng.PRNG, text: Y.Text): void {
  const at = prng.int32(gen, 0, text.length);
  if (prng.bool(gen)) text.insert(at, prng.oneOf(gen, WORDS));
  else text.insertEmbed(at, { image: 'x.png', size: [1, 2.5] });
  if (text.length > 4) text.format(0, 2, { bold: prng.bool(gen) ? true : null });
}

function stockMap(gen: prng.PRNG, things: Y.Map<unknown>): void {
  const value = prng.oneOf<unknown>(gen, [
    1,
    'x',
    null,
    { deep: { er: [true, 1.25] } },
    new Uint8Array([1, 2]),
    new Y.Map(),
    new Y.Text('in a map'),
  ]);
  things.set(prng.oneOf(gen, ['one', 'two', 'three']), value);
  if (prng.int32(gen, 0, 5) === 0) things.delete('one');
}

function stockArray(gen: prng.PRNG, rows: Y.Array<unknown>): void {
  rows.insert(prng.int32(gen, 0, rows.length), [prng.int32(gen, 0, 9), 'two', { three: 3 }, new Y.Array()]);
  if (rows.length > 8) rows.delete(0, 6);
}

function elementsOf(element: Y.XmlElement): Y.XmlElement[] {
  return element
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement ? [child, ...elementsOf(child)] : []));
}

function textsOf(element: Y.XmlElement): Y.XmlText[] {
  return element
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlElement ? textsOf(child) : child instanceof Y.XmlText ? [child] : [],
    );
}
