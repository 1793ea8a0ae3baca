import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { document } from '../../../db/schema/documents.ts';
import { partnership } from '../../../db/schema/partnerships.ts';
import { saidAbout } from '../../../server/comments/store.ts';
import type { Context } from '../../../server/context.ts';
import { documentAccess } from '../../../server/documents/access.ts';
import type { DocumentContent } from '../../../server/documents/content.ts';
import { exampleDocuments } from '../../../server/example/documents.ts';
import { northvaleFile } from '../../../server/example/northvaleFile.ts';
import { seedExample } from '../../../server/example/seed.ts';
import { exampleMemberId, exampleSeatId } from '../../../server/example/store.ts';
import type { Block, Run } from '../../../shared/documents/blocks.ts';
import { hashBlocks } from '../../../shared/documents/canonical.ts';
import { readText } from '../../../shared/documents/readText.ts';
import { renderText } from '../../../shared/documents/renderText.ts';
import { templateOf } from '../../../shared/documents/templates/templates.ts';
import { textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { emptyPlace as placeAt } from './place.ts';

type Place = Context;

const NOW = Date.parse('2025-06-01T09:00:00Z');
const open: Place[] = [];

function emptyPlace(): Place {
  const place = placeAt(NOW);
  open.push(place);
  return place;
}

async function blocksOf({ content }: Place, id: string): Promise<Block[]> {
  const update = await content.read(id);
  if (!update) throw new Error(`${id} has no words`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return readText(doc);
}

const textOf = async (place: Place, id: string) => renderText(await blocksOf(place, id)).replace(/\s+/g, ' ');

let place: Place;
beforeEach(async () => {
  place = emptyPlace();
  expect(await seedExample(place)).toBe(true);
});
afterEach(() => {
  for (const { db } of open.splice(0)) db.raw.close();
});

it('[EX1] every document of the example is begun by one of its people, from a template, and each seat may write in it', async () => {
  const rows = place.db.orm.select().from(document).all();
  expect(rows.map(({ id }) => id).sort()).toEqual(
    ['commission-political', 'commission-tactical', 'governance', 'plan', 'values'].map(
      (id) => `northvale-${id}`,
    ),
  );
  for (const { id, template, createdBy } of rows) {
    expect(templateOf(template)).toBeDefined();
    expect(createdBy).toMatch(/^[a-z-]+$/);
    for (const name of ['Priya Nandra', 'Gwen Sallis', 'Ron Tasker', 'Heron'])
      expect(await documentAccess(place.db, exampleMemberId(name), id)).toMatchObject({ right: 'edit' });
  }
});

it('[EX1] what was written reads back, block for block', async () => {
  for (const { id, blocks } of exampleDocuments()) expect(await blocksOf(place, id)).toEqual(blocks);
});

it('[EX2] the plan says every offer with its limits, every delivery line with who answers, and what was found', async () => {
  const plan = await textOf(place, 'northvale-plan');
  const file = northvaleFile();
  const nameOf = (code: string) => file.parties.find(({ id }) => id === code)?.name ?? code;
  const low = plan.toLowerCase().replaceAll('£', '');
  for (const { party, prepared_to, limits, skills } of file.offers) {
    expect(plan).toContain(nameOf(party));
    for (const words of [prepared_to, limits, ...skills]) expect(low).toContain(words.toLowerCase());
  }
  for (const { what, how, answerable, measure } of file.delivery)
    for (const words of [what, how, nameOf(answerable), measure]) expect(low).toContain(words.toLowerCase());
  for (const { text, evidence } of file.hypotheses)
    for (const words of [text, ...(evidence ?? []).map(({ finding }) => finding)])
      expect(low).toContain(words.toLowerCase());
  expect(plan).toContain('We want a start date for Urdu-speaking home support before places go.');
  expect(plan).toContain('[ ] Health and safety: lone driving, lifting.');
});

it('[EX2] the values, the behaviours of each leader, and the changed clause 6 are there', async () => {
  const file = northvaleFile();
  const values = (await textOf(place, 'northvale-values')).toLowerCase();
  for (const { text, in_practice } of file.values)
    for (const words of [text, in_practice]) expect(values).toContain(words.toLowerCase());
  for (const { leader, will, will_not } of file.behaviours)
    for (const words of [leader.replace(/ \(.*/, ''), will, will_not])
      expect(values).toContain(words.toLowerCase());
  const governance = await textOf(place, 'northvale-governance');
  const clause = governance.slice(governance.indexOf('6. Silence'));
  expect(clause).toContain('Silence is never counted.');
  expect(clause).toContain('ten working days');
  expect(clause).toContain('Paper votes are allowed, with a witness.');
  expect(clause).toContain('Skelby Good Neighbours blocked the old ones');
});

it('[EX3] every mention is of a person or seat of the partnership, and no pseudonym is spelled out', async () => {
  const file = northvaleFile();
  const members = [
    ...file.parties.flatMap(({ lead, substitute }) => [lead, ...(substitute ? [substitute] : [])]),
    ...file.people_without_votes.map(({ name }) => name),
  ].map((name) => exampleMemberId(name.replace(' (pseudonym)', '')));
  const known = { member: members, seat: file.parties.map(({ id }) => exampleSeatId(id)) };
  const runs: Run[] = exampleDocuments().flatMap(({ blocks }) =>
    textBlocksIn(blocks).flatMap((block) => block.runs),
  );
  const mentions = runs.flatMap(({ mention }) => (mention ? [mention] : []));
  expect(mentions.length).toBeGreaterThan(60);
  for (const { kind, id } of mentions) expect(known[kind]).toContain(id);
  expect(runs.filter(({ text }) => /\(pseudonym\)/.test(text))).toEqual([]);
});

it('[EX5] people of the example have commented on its plan and suggested other words, once however often it starts', async () => {
  await seedExample(place);
  const threads = saidAbout(place.db, { kind: 'document', id: 'northvale-plan' });
  expect(threads.threads.map(({ kind, quote }) => [kind, quote])).toEqual([
    ['comment', '96 were missed for want of a lift'],
    ['suggestion', 'Many go for company more than for care.'],
  ]);
  expect(threads.comments.map(({ memberId }) => memberId).sort()).toEqual(['bal-dhesi', 'heron', 'jo-marr']);
});

it('[EX4] it is added once, and its words have the same bytes and hash in every database', async () => {
  expect(await seedExample(place)).toBe(false);
  const other = emptyPlace();
  await seedExample(other);
  for (const { id, blocks } of exampleDocuments()) {
    expect(await other.content.read(id)).toEqual(await place.content.read(id));
    expect(hashBlocks(await blocksOf(other, id))).toBe(hashBlocks(blocks));
  }
});

it('[EX4] a start that was cut off half way is finished by the next one', async () => {
  const other = emptyPlace();
  let documents = 0;
  const failing: DocumentContent = {
    ...other.content,
    start(id, update) {
      if (++documents === 3) throw new Error('the power went');
      other.content.start(id, update);
    },
  };
  await expect(seedExample({ ...other, content: failing })).rejects.toThrow('the power went');
  expect(await seedExample(other)).toBe(true);
  for (const { id, blocks } of exampleDocuments()) expect(await blocksOf(other, id)).toEqual(blocks);
});

it('[EX4] a database with a partnership of its own is left alone', async () => {
  const other = emptyPlace();
  other.db.orm
    .insert(partnership)
    .values({ id: 'ours', name: 'Ours', place: 'Here', purpose: 'Some', createdAt: NOW })
    .run();
  expect(await seedExample(other)).toBe(false);
  expect(other.db.orm.select().from(document).all()).toEqual([]);
});
