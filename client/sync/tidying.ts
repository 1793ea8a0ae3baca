import { ContentFormat, type Doc, findIndexSS, type Transaction } from 'yjs';

/**
 * Whether a transaction is Yjs tidying up after other people's changes: it takes away format marks that have
 * become needless, without any origin. Nobody made it, so that a page may not call it someone's unsaved change.
 */
export function isTidying({ origin, deleteSet, beforeState, afterState, doc }: Transaction): boolean {
  if (origin !== null || deleteSet.clients.size === 0) return false;
  for (const [client, clock] of afterState) if (clock !== (beforeState.get(client) ?? 0)) return false;
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) if (!onlyFormats(doc, client, clock, clock + len)) return false;
  return true;
}

function onlyFormats(doc: Doc, client: number, clock: number, end: number): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  for (let i = findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) return true;
    if (!('content' in struct) || !(struct.content instanceof ContentFormat)) return false;
  }
  return true;
}
