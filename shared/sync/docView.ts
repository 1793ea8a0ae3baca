import * as Y from 'yjs';
import type { Container, DocumentView, KnownContent } from './documentView.ts';
import { EDITOR_ROOT } from './editorNames.ts';

/**
 * What the gate asks about a live document. Cheap to make: it holds no copy, and every answer is a binary
 * search. `mayWriteAs` tells whose clients are whose, which a document doesn't know.
 */
export function docView(doc: Y.Doc, mayWriteAs: (client: number) => boolean): DocumentView {
  const { store } = doc;
  const structsOf = (client: number) => store.clients.get(client) as (Y.Item | Y.GC)[];
  const structAt = (client: number, clock: number): Y.Item | Y.GC => {
    const structs = structsOf(client);
    return structs[Y.findIndexSS(structs, clock)] as Y.Item | Y.GC;
  };
  const unused = new Map<string, Container>();
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
      const known = unused.get(name);
      if (known) return known;
      const container: Container = { kind: name === EDITOR_ROOT ? 'editorRoot' : 'open', depth: 0 };
      unused.set(name, container);
      return container;
    },
    isDeleted(client, clock, end) {
      const structs = structsOf(client);
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i] as Y.Item | Y.GC;
        if (struct.id.clock >= end) return true;
        if (!struct.deleted) return false;
      }
      return true;
    },
    runAt(client, clock) {
      const struct = structAt(client, clock);
      return struct instanceof Y.Item ? struct : null;
    },
    *liveRuns(client, clock, end) {
      const structs = structsOf(client);
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i] as Y.Item | Y.GC;
        if (struct.id.clock >= end) return;
        if (struct instanceof Y.Item && !struct.deleted) yield struct;
      }
    },
    structsAfter(client, clock) {
      const structs = structsOf(client);
      return structs.length - 1 - Y.findIndexSS(structs, clock);
    },
    headOf(container, sub) {
      const type = types.get(container)?.deref();
      if (!type) return null;
      return sub === null ? type._start : (type._map.get(sub) ?? null);
    },
    hasFormats: (text) => (types.get(text)?.deref() as { _hasFormatting?: boolean })?._hasFormatting === true,
    placeOf(run) {
      const { parent, parentSub } = run as Y.Item;
      return { container: containerOf(doc, parent), sub: parentSub };
    },
    contentOf: (run) => knownContent(doc, (run as Y.Item).content),
  };
}

function knownContent(doc: Y.Doc, content: Y.Item['content']): KnownContent {
  if (content instanceof Y.ContentFormat) return { is: 'format', key: content.key, value: content.value };
  if (content instanceof Y.ContentType) return { is: 'type', type: containerOf(doc, content.type) };
  return { is: content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? 'values' : 'other' };
}

// Where a type stands never changes, so that its depth need be found only once.
const containers = new WeakMap<object, Container>();
const types = new WeakMap<Container, WeakRef<Y.AbstractType<unknown>>>();

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
  types.set(container, new WeakRef(type));
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
