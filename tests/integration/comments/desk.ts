import * as Y from 'yjs';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import type { Thread, ThreadsAnswer } from '../../../shared/comments/api.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { paragraph, section } from '../../../shared/documents/compose.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { readText, WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { textOfRuns } from '../../../shared/documents/runs.ts';
import { textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import { startTable, type Table } from '../decisions/table.ts';

export const PLAN = [
  section('Trips'),
  paragraph('Buses run on Sundays. They are free. Nobody waits.'),
  paragraph('The end.'),
];
export const SENTENCE = 'They are free.';

let requests = 0;
export const request = () => `request-${String(++requests).padStart(4, '0')}`;

export interface Paper {
  readonly id: string;
  readonly doc: Y.Doc;
  text(block: number): Y.XmlText;
  /** Puts what was done to `doc` into the log, as the pages do. */
  save(): void;
  /** Takes in what is in the log. */
  fetch(): Promise<void>;
  /** What a page sends about these words. */
  about(words: string): NonNullable<object>;
  lines(): string[];
}

export interface Desk extends Table {
  /** A document with words, in which every seat may write. */
  paper(id: string, blocks?: readonly Block[]): Promise<Paper>;
  say(name: string, documentId: string, body: object): ReturnType<Table['as']>;
  /** Begins a thread, and gives its id. */
  begin(name: string, documentId: string, body?: object): Promise<string>;
  threads(name: string, documentId: string): Promise<ThreadsAnswer>;
  thread(name: string, documentId: string, threadId: string): Promise<Thread>;
  reply(name: string, threadId: string, words: string, requestId?: string): ReturnType<Table['as']>;
  end(name: string, threadId: string, body: object): ReturnType<Table['as']>;
}

/** The Northvale partnership, its papers and what is said about them. */
export async function startDesk(): Promise<Desk> {
  const table = await startTable();
  const desk: Desk = {
    ...table,
    paper: (id, blocks = PLAN) => paperOf(table, id, blocks),
    say: (name, documentId, body) =>
      table.as(name, 'POST', `/api/documents/${documentId}/threads`, {
        requestId: request(),
        words: 'Who pays?',
        ...body,
      }),
    async begin(name, documentId, body = {}) {
      const { status, json } = await desk.say(name, documentId, body);
      if (status !== 201) throw new Error(JSON.stringify(json));
      return json.threadId;
    },
    threads: async (name, documentId) =>
      (await table.as(name, 'GET', `/api/documents/${documentId}/threads`)).json,
    async thread(name, documentId, threadId) {
      const found = (await desk.threads(name, documentId)).threads.find(({ id }) => id === threadId);
      if (!found) throw new Error(`${name} is shown no thread ${threadId}`);
      return found;
    },
    reply: (name, threadId, words, requestId = request()) =>
      table.as(name, 'POST', `/api/threads/${threadId}/comments`, { requestId, words }),
    end: (name, threadId, body) => table.as(name, 'POST', `/api/threads/${threadId}/ending`, body),
  };
  return desk;
}

async function paperOf(table: Table, id: string, blocks: readonly Block[]): Promise<Paper> {
  await table.addDocument(id);
  const doc = new Y.Doc({ gc: false });
  writeBlocks(doc, blocks);
  table.context.content.start(id, Y.encodeStateAsUpdate(doc));
  const storage = sqliteStorage(table.db);
  let sent = Y.encodeStateVector(doc);
  let deleted = Y.encodeSnapshot(Y.snapshot(doc));
  return {
    id,
    doc,
    text: (block) => (doc.get(WORDS_ROOT, Y.XmlElement).get(block) as Y.XmlElement).get(0) as Y.XmlText,
    save() {
      const now = Y.encodeSnapshot(Y.snapshot(doc));
      if (Buffer.from(now).equals(Buffer.from(deleted))) return;
      const row = { accountId: null, seatId: null, clientId: doc.clientID, at: table.clock.now };
      const bytes = Y.encodeStateAsUpdate(doc, sent);
      storage.append([{ documentId: id, after: storage.newest(id), rows: [{ ...row, bytes }], claims: [] }]);
      sent = Y.encodeStateVector(doc);
      deleted = now;
    },
    async fetch() {
      Y.applyUpdate(doc, (await table.context.content.read(id)) as Uint8Array);
      sent = Y.encodeStateVector(doc);
      deleted = Y.encodeSnapshot(Y.snapshot(doc));
    },
    about: (words) => passageOf(doc, words),
    lines: () => textBlocksIn(readText(doc)).map(textOfRuns),
  };
}

/** The two places and the hash of these words, which stand in one block, or are whole blocks divided by line ends. */
export function passageOf(doc: Y.Doc, words: string) {
  const layout = new Layout(doc);
  const lines = words.split('\n');
  const texts = layout.root.children.map((_, block) => layout.textOf(layout.root, block));
  const block = texts.findIndex((text, at) =>
    lines.length === 1 ? text.includes(words) : lines.every((line, next) => texts[at + next] === line),
  );
  if (block < 0) throw new Error(`“${words}” is not there`);
  const from = { block, offset: lines.length === 1 ? (texts[block] ?? '').indexOf(words) : 0 };
  const to =
    lines.length === 1
      ? { block, offset: from.offset + words.length }
      : { block: block + lines.length - 1, offset: lines.at(-1)?.length ?? 0 };
  const places = placesOf(layout, { cell: null, from, to });
  const bound = places && bindPassage(layout, places.start, places.end);
  if (!places || !bound || typeof bound === 'string') throw new Error('there are words');
  return { passage: { ...places, hash: bound.hash } };
}
