// How reading a document's comments grows: `npm run bench:comments`. It reports, and fails nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { openDb } from '../../db/open.ts';
import { shownThreads } from '../../server/comments/shown.ts';
import { sinceThen } from '../../server/comments/sinceThen.ts';
import { addCommentRow, addThread } from '../../server/comments/store.ts';
import { subjectFor } from '../../server/comments/subject.ts';
import { decisionSeen } from '../../server/decisions/seen.ts';
import { addDocument } from '../../server/documents/store.ts';
import { northvaleCast } from '../../server/example/cast.ts';
import { addExamplePartnership, EXAMPLE_PARTNERSHIP, exampleMemberId } from '../../server/example/store.ts';
import { documentContent } from '../../server/sync/content.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import { paragraph } from '../../shared/documents/compose.ts';
import { Layout } from '../../shared/documents/layout.ts';
import { WORDS_ROOT } from '../../shared/documents/readText.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';

const THREADS = [100, 1_000, 4_000];
const WORDS = [2_000, 20_000];
const TIMES = 5;
const LINE = 50;

const folder = mkdtempSync(join(tmpdir(), 'bench-comments-'));
const db = openDb(join(folder, 'trialogue.db'));
const T0 = Date.parse('2025-04-01T09:00:00Z');
const now = () => T0;
addExamplePartnership(db, northvaleCast(), T0);
const storage = sqliteStorage(db);
const content = documentContent(storage, now);
const context = { db, content, now, decisionSeen: decisionSeen(db) };
const [RON, PRIYA] = [exampleMemberId('Ron Tasker'), exampleMemberId('Priya Nandra')];

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;

async function fill(id: string, words: number, threads: number): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const lines = words / LINE;
  let word = 0;
  const line = () => Array.from({ length: LINE }, () => `word${(word++ * 7919) % 10_007}`).join(' ');
  writeBlocks(
    doc,
    Array.from({ length: lines }, () => paragraph(line())),
  );
  await addDocument(db, {
    ...{ id, partnershipId: EXAMPLE_PARTNERSHIP, template: 'empty', title: id, preset: 'equals' },
    ...{ createdBy: null, createdAt: T0 },
  });
  content.start(id, Y.encodeStateAsUpdate(doc));
  const layout = new Layout(doc);
  db.raw.transaction(() => {
    for (let n = 0; n < threads; n++) {
      const block = n % lines;
      const from = { block, offset: (n * 13) % 200 };
      const places = placesOf(layout, { cell: null, from, to: { block, offset: from.offset + 40 } });
      const bound = places && bindPassage(layout, places.start, places.end);
      if (!bound || typeof bound === 'string') throw new Error('there are words');
      const { blocks, stretch, ...passage } = bound;
      addThread(db.orm, {
        ...{ id: `${id}-${n}`, partnershipId: EXAMPLE_PARTNERSHIP, documentId: id, kind: 'comment' },
        ...{ ...passage, startedBy: RON, createdAt: T0 + n, changedAt: T0 + n },
      });
      for (const [at, memberId] of [RON, PRIYA].entries())
        addCommentRow(db.orm, {
          ...{ id: `${id}-${n}-${at}`, threadId: `${id}-${n}`, memberId, via: 'page', at: T0 + n + at },
          ...{ words: 'Who pays for this, and from when on?', requestId: `${id}-${n}-${at}` },
        });
    }
  })();
  return doc;
}

/** One letter more, so that everything is looked for anew; or a line deleted, so that some is looked for by its quote. */
function change(id: string, doc: Y.Doc, work: (root: Y.XmlElement) => void): void {
  const known = Y.encodeStateVector(doc);
  work(doc.get(WORDS_ROOT, Y.XmlElement));
  const bytes = Y.encodeStateAsUpdate(doc, known);
  const row = { accountId: null, seatId: null, clientId: doc.clientID, at: T0, bytes };
  storage.append([{ documentId: id, after: storage.newest(id), rows: [row], claims: [] }]);
}

console.log('words    threads   after a change   unchanged   a tenth deleted   answer    one comment more');
for (const words of WORDS)
  for (const threads of THREADS) {
    const id = `bench-${words}-${threads}`;
    const doc = await fill(id, words, threads);
    const subject = subjectFor(context, PRIYA, { kind: 'document', id });
    if (!subject) throw new Error('everyone may read it');
    const read = async () => {
      const began = performance.now();
      const answer = JSON.stringify(await shownThreads(context, subject));
      return { took: performance.now() - began, bytes: answer.length };
    };
    const [cold, warm, gone]: number[][] = [[], [], []];
    let bytes = 0;
    for (let time = 0; time < TIMES; time++) {
      change(id, doc, (root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x'));
      cold?.push((await read()).took);
      const again = await read();
      warm?.push(again.took);
      bytes = again.bytes;
    }
    change(id, doc, (root) => root.delete(1, words / LINE / 10));
    for (let time = 0; time < 3; time++) {
      change(id, doc, (root) => ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x'));
      gone?.push((await read()).took);
    }
    const asked = sinceThen(db, subject, await shownThreads(context, subject), undefined);
    addCommentRow(db.orm, {
      ...{ id: `${id}-more`, threadId: `${id}-0`, memberId: RON, via: 'page', at: T0 + 9 },
      ...{ words: 'And who drives?', requestId: `${id}-more` },
    });
    const began = performance.now();
    const more = JSON.stringify(sinceThen(db, subject, await shownThreads(context, subject), asked.version));
    const took = performance.now() - began;
    const ms = (times: number[] | undefined) => `${median(times ?? []).toFixed(0)} ms`;
    console.log(
      `${String(words).padEnd(9)}${String(threads).padEnd(10)}${ms(cold).padEnd(17)}${ms(warm).padEnd(12)}${ms(gone).padEnd(18)}${`${Math.round(bytes / 1024)} kB`.padEnd(10)}${ms([took])}, ${(more.length / 1024).toFixed(1)} kB`,
    );
  }
db.raw.close();
rmSync(folder, { recursive: true });
