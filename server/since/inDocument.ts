import * as Y from 'yjs';
import type { Db } from '../../db/open.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { readText } from '../../shared/documents/readText.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { type SentenceChange, sentencesChanged, sentencesOf } from '../../shared/since/sentences.ts';
import { updatesAfter, updatesUpTo } from './store.ts';

/** Beyond this, saying it sentence by sentence would take longer than reading the document. */
const MOST_UPDATES = 20_000;
const MOST_TURNS = 60;

export interface WrittenChange {
  readonly change: SentenceChange;
  /** The accounts that made it so; null: the server did. */
  readonly by: readonly (string | null)[];
}

/**
 * What changed in a document after one of its changes, sentence by sentence, with who made it so; undefined where that
 * is too much to say.
 */
export function changesAfter(orm: Db['orm'], documentId: string, seq: number): WrittenChange[] | undefined {
  if (seq > MOST_UPDATES) return undefined;
  const updates = updatesAfter(orm, documentId, seq, MOST_UPDATES + 1);
  if (updates.length > MOST_UPDATES) return undefined;
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const bytes of updatesUpTo(orm, documentId, seq)) Y.applyUpdate(doc, bytes);
  });
  const before = readText(doc);
  const turns: Turn[] = [];
  let said = sentencesIn(before);
  for (const turn of turnsOf(updates)) {
    doc.transact(() => {
      for (const bytes of turn.updates) Y.applyUpdate(doc, bytes);
    });
    const now = sentencesIn(readText(doc));
    turns.push({ accountIds: turn.accountIds, came: minus(now, said), went: minus(said, now) });
    said = now;
  }
  const changes = sentencesChanged(before, readText(doc));
  doc.destroy();
  return changes.map((change) => ({ change, by: authorsOf(change, turns) }));
}

interface Turn {
  readonly accountIds: readonly (string | null)[];
  readonly came: ReadonlySet<string>;
  readonly went: ReadonlySet<string>;
}

type Updates = ReturnType<typeof updatesAfter>;

/** Changes of one account in a row are one turn; where there are very many turns, neighbours are taken together. */
function turnsOf(updates: Updates) {
  const turns: { accountIds: (string | null)[]; updates: Uint8Array[] }[] = [];
  for (const { accountId, bytes } of updates) {
    const last = turns.at(-1);
    if (last && last.accountIds[0] === accountId) last.updates.push(bytes);
    else turns.push({ accountIds: [accountId], updates: [bytes] });
  }
  const together = Math.ceil(turns.length / MOST_TURNS);
  if (together <= 1) return turns;
  return Array.from({ length: Math.ceil(turns.length / together) }, (_, at) => {
    const some = turns.slice(at * together, (at + 1) * together);
    return {
      accountIds: [...new Set(some.flatMap(({ accountIds }) => accountIds))],
      updates: some.flatMap((turn) => turn.updates),
    };
  });
}

/** Whose turn it was when the sentence last came to be as it is now or, where it is gone, when it went. */
function authorsOf(change: SentenceChange, turns: readonly Turn[]): readonly (string | null)[] {
  const turn =
    change.how === 'removed'
      ? turns.findLast(({ went }) => went.has(change.was))
      : turns.findLast(({ came }) => came.has(change.now));
  return turn?.accountIds ?? [...new Set(turns.flatMap(({ accountIds }) => accountIds))];
}

function sentencesIn(blocks: readonly Block[]): Set<string> {
  return new Set(
    sentencesOf(renderText(blocks)).flatMap((sentence) => [sentence, sentence.replace(MARKER, '')]),
  );
}

/** What plain text puts before an item of a list. */
const MARKER = /^(?:- |\d+\. |\[[ x]\] |> )+/;

function minus(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((each) => !other.has(each)));
}
