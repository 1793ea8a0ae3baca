import {
  ContentString,
  ContentType,
  type Doc,
  decodeStateVector,
  decodeUpdate,
  encodeStateAsUpdate,
  encodeStateVector,
  Item,
  type Transaction,
} from 'yjs';

/** For each author's client, how many of its changes are known to be on the server's disk. */
export type Confirmed = ReadonlyMap<number, number>;

export const NOTHING_CONFIRMED: Confirmed = new Map();

/** Everything that the document holds at this moment. */
export function confirmedNow(doc: Doc): Confirmed {
  return decodeStateVector(encodeStateVector(doc));
}

export function confirmedFrom(vector: Uint8Array | null): Confirmed {
  return vector ? decodeStateVector(vector) : NOTHING_CONFIRMED;
}

/** The larger of both, client by client. */
export function confirmBoth(one: Confirmed, other: Confirmed): Confirmed {
  const both = new Map(one);
  for (const [client, clock] of other) both.set(client, Math.max(clock, both.get(client) ?? 0));
  return both;
}

/** What a transaction brought in, if it came from the server: that is on its disk already. */
export function confirmedBy(transaction: Transaction): Confirmed {
  const brought = new Map<number, number>();
  for (const [client, clock] of transaction.afterState)
    if (clock > (transaction.beforeState.get(client) ?? 0)) brought.set(client, clock);
  return brought;
}

/**
 * The words in `doc` that the server is not known to have, as plain text in the order in which they were
 * written, one line for each block: what somebody can copy out when it can no longer be sent.
 */
export function unsentWords(doc: Doc, confirmed: Confirmed): string {
  const { structs } = decodeUpdate(encodeStateAsUpdate(doc));
  let words = '';
  for (const struct of structs) {
    if (!(struct instanceof Item)) continue;
    const known = (confirmed.get(struct.id.client) ?? 0) - struct.id.clock;
    if (known >= struct.length) continue;
    if (struct.content instanceof ContentString) words += struct.content.str.slice(Math.max(0, known));
    else if (struct.content instanceof ContentType) words += '\n';
  }
  return words.replace(/\n{2,}/g, '\n').trim();
}

/** Whether `doc` holds anything that the server is not known to have. */
export function holdsUnconfirmed(doc: Doc, confirmed: Confirmed): boolean {
  for (const [client, clock] of confirmedNow(doc)) if (clock > (confirmed.get(client) ?? 0)) return true;
  return false;
}
