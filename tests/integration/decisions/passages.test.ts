import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { driftOf } from '../../../server/decisions/passages.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import type { BoundHere, PutToDecision } from '../../../shared/decisions/passageApi.ts';
import { paragraph, section } from '../../../shared/documents/compose.ts';
import { Layout } from '../../../shared/documents/layout.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import { northvaleRule } from '../../unit/shared/decisions/northvale.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from './table.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const AGREED = 'Shared trips run on Tuesdays and Fridays.';

/** A living document: what is done to `doc` here reaches the server with `save`. */
async function living(id: string) {
  await table.addDocument(id);
  const doc = new Y.Doc();
  writeBlocks(doc, [section('Trips'), paragraph(AGREED), paragraph('Nobody waits alone.')]);
  table.context.content.start(id, Y.encodeStateAsUpdate(doc));
  const storage = sqliteStorage(table.db);
  let sent = Y.encodeStateVector(doc);
  return {
    id,
    words: () => (doc.get(WORDS_ROOT, Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlText,
    save() {
      const row = { accountId: null, seatId: null, clientId: doc.clientID, at: table.clock.now };
      const bytes = Y.encodeStateAsUpdate(doc, sent);
      storage.append([{ documentId: id, after: storage.newest(id), rows: [{ ...row, bytes }], claims: [] }]);
      sent = Y.encodeStateVector(doc);
    },
    /** What a page sends that puts the second block to a decision. */
    put(more: Partial<PutToDecision> = {}): PutToDecision {
      const layout = new Layout(doc);
      const from = { block: 1, offset: 0 };
      const places = placesOf(layout, { cell: null, from, to: { block: 1, offset: 1000 } });
      const bound = places && bindPassage(layout, places.start, places.end);
      if (!places || !bound || typeof bound === 'string') throw new Error('there are words');
      return { ...places, hash: bound.hash, ...more };
    },
  };
}

const put = (name: string, id: string, body: PutToDecision) =>
  table.as(name, 'POST', `/api/documents/${id}/decisions`, body);

async function bound(name: string, documentId: string): Promise<BoundHere[]> {
  return (await table.as(name, 'GET', `/api/documents/${documentId}/passages`)).json.passages;
}

async function open(id: string): Promise<void> {
  const { json } = await table.as(FACILITATOR, 'GET', `/api/decisions/${id}`);
  const fields = {
    question: 'Shall the trips run?',
    standing: { kind: 'delegated' },
    rule: northvaleRule,
    closesAt: table.clock.now + 7 * DAY,
    reviewAt: table.clock.now + 100 * DAY,
  };
  const patch = { fields, basedOn: json.draft.versions };
  const written = await table.as(FACILITATOR, 'PATCH', `/api/decisions/${id}/draft`, patch);
  expect(written.status).toBe(200);
  expect((await table.act(FACILITATOR, id, { kind: 'open' })).status).toBe(200);
}

async function agree(id: string): Promise<void> {
  for (const [seat, name] of Object.entries(HOLDERS))
    expect((await table.act(name, id, taking(seat))).status).toBe(200);
  table.clock.now += 8 * DAY;
  expect((await table.page(FACILITATOR, id)).state).toMatchObject({
    kind: 'ended',
    ending: { kind: 'agreed_by_consensus' },
  });
}

const drift = async (id: string) => {
  const { json } = await table.as('Priya Nandra', 'GET', '/api/partnerships/northvale/decisions');
  const [line] = json.decisions.filter((each: { id: string }) => each.id === id);
  expect((await table.page('Priya Nandra', id)).line.drift).toBe(line.drift);
  return line.drift;
};

it('[BOUND7] words of a document become a draft that proposes exactly them, for those who may work on it', async () => {
  const { id, put: body } = await living('put');
  const answer = await put('Ron Tasker', id, body({ question: 'Shall the trips run?' }));
  expect([answer.status, answer.json.restricted]).toEqual([201, false]);
  const page = await table.page('Del Fenn', answer.json.id);
  expect(page.line).toMatchObject({
    number: answer.json.number,
    state: 'draft',
    question: 'Shall the trips run?',
  });
  expect(page.terms.proposal).toBe(body().hash);
  expect(page.texts[body().hash]).toEqual([{ kind: 'paragraph', runs: [{ text: AGREED }] }]);
  expect(await bound('Del Fenn', id)).toMatchObject([
    {
      decisionId: answer.json.id,
      as: 'draft',
      hash: body().hash,
      quote: AGREED,
      now: { state: 'as_agreed' },
    },
  ]);
});

it('[BOUND7] words that are not what was shown, or places that are not there, begin nothing', async () => {
  const one = await living('stale');
  const before = one.put();
  one.words().insert(6, ' by some');
  one.save();
  const stale = await put('Ron Tasker', one.id, before);
  expect([stale.status, stale.json.error.code]).toEqual([409, 'conflict']);
  const nowhere = { ...before, start: { item: { client: 5, clock: 5 }, assoc: 0 as const } };
  expect((await put('Ron Tasker', one.id, nowhere)).status).toBe(409);
  expect((await put('Ron Tasker', one.id, { ...before, end: before.start })).status).toBe(422);
  expect((await put('Ron Tasker', one.id, one.put({ follows: 'no-such-decision' }))).status).toBe(422);
  expect(await bound('Ron Tasker', one.id)).toEqual([]);
});

it('[BOUND7] who may only read a document puts nothing from it, and a restricted one makes its decision restricted', async () => {
  const { id, put: body } = await living('restricted');
  expect((await put('Beth Oyelaran', id, body())).status).toBe(403);
  table.db.raw.prepare("update document set sensitivity = 'procurement' where id = ?").run(id);
  const { status, json } = await put('Ron Tasker', id, body());
  expect([status, json.restricted]).toEqual([201, true]);
  expect((await table.as('Beth Oyelaran', 'GET', `/api/decisions/${json.id}`)).status).toBe(404);
  expect(await bound('Del Fenn', id)).toHaveLength(1);
  // Del has opened it by that; Beth may read the document, and not the decision.
  const seen = table.db.raw.prepare('select member_id from document_seen where document_id = ?').pluck();
  expect(seen.all(id)).toEqual(
    expect.arrayContaining([table.person('Del Fenn'), table.person('Ron Tasker')]),
  );
  expect(await bound('Beth Oyelaran', id)).toEqual([]);
});

it('[BOUND8] what was agreed is shown as agreed until its words change, and again once they are back', async () => {
  const doc = await living('agreed');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  expect(await drift(json.id)).toBeNull();
  await open(json.id);
  expect((await bound('Ron Tasker', doc.id))[0]).toMatchObject({
    as: 'deciding',
    now: { state: 'as_agreed' },
  });
  await agree(json.id);
  expect((await bound('Ron Tasker', doc.id))[0]).toMatchObject({ as: 'agreed', now: { state: 'as_agreed' } });
  expect(await drift(json.id)).toBe(false);

  doc.words().insert(AGREED.length - 1, ' or Saturdays');
  doc.save();
  const [changed] = await bound('Ron Tasker', doc.id);
  expect(changed?.now).toMatchObject({
    state: 'changed',
    blocks: [
      { kind: 'paragraph', runs: [{ text: 'Shared trips run on Tuesdays and Fridays or Saturdays.' }] },
    ],
  });
  expect(changed?.words).toEqual([{ kind: 'paragraph', runs: [{ text: AGREED }] }]);
  expect(await drift(json.id)).toBe(true);
  const one = await table.as('Ron Tasker', 'GET', `/api/decisions/${json.id}/passage`);
  expect(one.json.passage).toMatchObject({
    as: 'agreed',
    document: { id: doc.id, now: { state: 'changed' } },
  });

  const next = await put('Ron Tasker', doc.id, doc.put({ follows: json.id }));
  expect(next.status).toBe(201);
  expect((await table.page('Ron Tasker', next.json.id)).follows).toMatchObject({ id: json.id });

  doc.words().delete(AGREED.length - 1, ' or Saturdays'.length);
  doc.save();
  expect(await drift(json.id)).toBe(false);
});

it('[BOUND9] whoever may not read the document is told of the decision alone', async () => {
  const doc = await living('closed');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  table.db.raw
    .prepare("delete from document_right where document_id = ? and holder <> 'facilitator'")
    .run(doc.id);
  const answer = await table.as('Ron Tasker', 'GET', `/api/decisions/${json.id}/passage`);
  expect([answer.status, answer.json.passage.document]).toEqual([200, null]);
  expect(JSON.stringify(answer.json)).not.toContain(doc.id);
  expect((await table.as('Ron Tasker', 'GET', `/api/documents/${doc.id}/passages`)).status).toBe(404);
  const body = { role: 'amendment', hash: doc.put().hash };
  expect((await table.as('Ron Tasker', 'PUT', `/api/decisions/${json.id}/passage`, body)).status).toBe(409);
});

it('[BOUND9] that words have changed is told in the register only to those who may read the document', async () => {
  const doc = await living('closed-and-changed');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  await open(json.id);
  await agree(json.id);
  doc.words().insert(0, 'Some ');
  doc.save();
  expect(await drift(json.id)).toBe(true);
  table.db.raw
    .prepare("delete from document_right where document_id = ? and holder <> 'facilitator'")
    .run(doc.id);
  expect(await drift(json.id)).toBeNull();
  expect((await table.page(FACILITATOR, json.id)).line.drift).toBe(true);
});

it('[BOUND10] the words as they are in the document now can be put to its decision, and are never others than were shown', async () => {
  const doc = await living('amended');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  await open(json.id);
  const before = doc.put().hash;
  doc.words().insert(0, 'Free ');
  doc.save();
  const send = (hash: string) =>
    table.as(FACILITATOR, 'PUT', `/api/decisions/${json.id}/passage`, { role: 'amendment', hash });
  expect((await send(before)).status).toBe(409);
  const { status, json: words } = await send(doc.put().hash);
  expect([status, words.hash]).toEqual([200, doc.put().hash]);
  const amended = await table.act(FACILITATOR, json.id, {
    kind: 'amend',
    hash: words.hash,
    change: 'They are free.',
    ifFrozen: 'move_closing',
  });
  expect(amended.status).toBe(200);
  expect((await bound('Ron Tasker', doc.id))[0]).toMatchObject({
    as: 'deciding',
    now: { state: 'as_agreed' },
  });
});

it('[BOUND11] the register reads a document again only when it has changed', async () => {
  const doc = await living('cached');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  await open(json.id);
  await agree(json.id);
  const marsha = (await table.as(FACILITATOR, 'GET', '/api/me')).json.account.id;
  const read = vi.spyOn(table.context.content, 'read');
  await driftOf(table.context, marsha, [json.id]);
  await driftOf(table.context, marsha, [json.id]);
  expect(read).toHaveBeenCalledTimes(0);
  doc.words().insert(0, 'x');
  doc.save();
  expect(await driftOf(table.context, marsha, [json.id, 'no-such-decision'])).toEqual(
    new Map([
      [json.id, true],
      ['no-such-decision', null],
    ]),
  );
  expect(read).toHaveBeenCalledTimes(1);
});

it('[BOUND15] the reading view marks the words and lists their decisions with the difference, for those who may read them', async () => {
  const doc = await living('read');
  const { json } = await put(FACILITATOR, doc.id, doc.put());
  await open(json.id);
  await agree(json.id);
  const read = async (name: string) => String((await table.as(name, 'GET', `/read/${doc.id}`)).json);
  const agreed = await read('Ron Tasker');
  expect(agreed).toContain(
    `<span class="bound" data-look="agreed" id="words-${json.number}">${AGREED}</span> <a class="bound-note" href="#decision-${json.number}">[Decision ${json.number}: Agreed]</a>`,
  );
  expect(agreed).toContain('Shall the trips run?');
  doc.words().delete(0, 6);
  doc.words().insert(0, '<i>Other</i>');
  doc.save();
  const changed = await read('Ron Tasker');
  expect(changed).toContain('Changed since agreed');
  expect(changed).toMatch(/<del><span class="said">\[taken out: <\/span>Shared/);
  expect(changed).not.toMatch(/<i>Other|<script/);
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(json.id);
  expect(await read('Beth Oyelaran')).not.toMatch(/class="bound|Shall the trips run/);
});
