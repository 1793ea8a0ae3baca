import * as Y from 'yjs';
import type { Container, DocumentView } from './documentView.ts';
import { EDITOR_ROOT } from './editorNames.ts';

/**
 * What the gate asks about a live document. Cheap to make: it holds no copy, and every answer is a binary
 * search. `mayWriteAs` tells whose clients are whose, which a document doesn't know.
 */
export function docView(doc: Y.Doc, mayWriteAs: (client: number) => boolean): DocumentView {
  const { store } = doc;
  const structAt = (client: number, clock: number): Y.Item | Y.GC => {
    const structs = store.clients.get(client) as (Y.Item | Y.GC)[];
    return structs[Y.findIndexSS(structs, clock)] as Y.Item | Y.GC;
  };
  return {
    stateOf: (client) => Y.getState(store, client),
    mayWriteAs,
    placeAt(client, clock) {
      const struct = structAt(client, clock);
      return struct instanceof Y.Item
        ? { container: containerOf(doc, struct.parent), sub: struct.parentSub }
        : null;
    },
    typeAt(client, clock) {
      const struct = structAt(client, clock);
      if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return null;
      return struct.content instanceof Y.ContentType ? containerOf(doc, struct.content.type) : 'value';
    },
    root: (name) => {
      const type = doc.share.get(name);
      if (type) return containerOf(doc, type);
      return { kind: name === EDITOR_ROOT ? 'editorRoot' : 'open', depth: 0 };
    },
    isDeleted(client, clock, end) {
      const structs = store.clients.get(client) as (Y.Item | Y.GC)[];
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i] as Y.Item | Y.GC;
        if (struct.id.clock >= end) return true;
        if (!struct.deleted) return false;
      }
      return true;
    },
  };
}

// Where a type stands never changes, so that its depth need be found only once.
const containers = new WeakMap<object, Container>();

function containerOf(doc: Y.Doc, type: unknown): Container {
  if (!(type instanceof Y.AbstractType)) throw new Error('an integrated item has no parent');
  const known = containers.get(type);
  if (known) return known;
  const item: Y.Item | null = type._item;
  const container: Container =
    item === null
      ? { kind: doc.share.get(EDITOR_ROOT) === type ? 'editorRoot' : kindOf(type), depth: 0 }
      : { kind: kindOf(type), depth: containerOf(doc, item.parent).depth + 1 };
  containers.set(type, container);
  return container;
}

function kindOf(type: Y.AbstractType<unknown>): Container['kind'] {
  if (type instanceof Y.XmlText) return 'xmlText';
  if (type instanceof Y.Text) return 'text';
  if (type instanceof Y.XmlElement) return 'element';
  if (type instanceof Y.XmlFragment) return 'fragment';
  if (type instanceof Y.Map) return 'map';
  if (type instanceof Y.Array) return 'array';
  return 'open';
}
