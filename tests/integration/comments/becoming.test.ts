import { afterAll, beforeAll, expect, it } from 'vitest';
import { bullet, paragraph, section } from '../../../shared/documents/compose.ts';
import { type Desk, SENTENCE, startDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

const [RON, PRIYA] = ['Ron Tasker', 'Priya Nandra'] as const;

const make = (name: string, thread: string, what: 'question' | 'decision', body: object = {}) =>
  desk.as(name, 'POST', `/api/threads/${thread}/${what}`, body);

it('[COM18] a thread becomes an open question once: its first words, under that heading, by who did it', async () => {
  await desk.paper('com18', [
    section('Trips'),
    paragraph('Buses run.'),
    section('Open questions'),
    bullet('Who drives?'),
    paragraph(),
    section('Risks'),
  ]);
  const thread = await desk.begin(RON, 'com18', {
    words: `Who pays,\nand does @[x](member:${desk.person(PRIYA)}) know?`,
  });
  expect((await make(PRIYA, thread, 'question')).status).toBe(200);
  expect((await make(PRIYA, thread, 'question')).status).toBe(200);
  const { json } = await desk.as(PRIYA, 'GET', '/api/documents/com18/text');
  expect(json.blocks).toEqual([
    section('Trips'),
    paragraph('Buses run.'),
    section('Open questions'),
    bullet('Who drives?'),
    bullet(`Who pays, and does ${PRIYA} know?`),
    paragraph(),
    section('Risks'),
  ]);
  expect((await desk.thread(RON, 'com18', thread)).became.questionAt).toBe(desk.clock.now);
  const [line] = (await desk.as(RON, 'GET', '/api/partnerships/northvale/journal')).json.lines;
  expect(line.words).toBe(`${PRIYA} made a comment by ${RON} an open question in “com18”.`);
});

it('[COM18] a document without open questions gets them at its end', async () => {
  await desk.paper('com18-none', [paragraph('Buses run.')]);
  const thread = await desk.begin(RON, 'com18-none');
  await make(RON, thread, 'question');
  const { json } = await desk.as(PRIYA, 'GET', '/api/documents/com18-none/text');
  expect(json.blocks).toEqual([paragraph('Buses run.'), section('Open questions'), bullet('Who pays?')]);
});

it('[COM19] a thread becomes a draft decision once, bound to its words as they stand now', async () => {
  const paper = await desk.paper('com19');
  const thread = await desk.begin(RON, 'com19', paper.about(SENTENCE));
  const whole = await desk.begin(RON, 'com19');
  paper.text(1).insert(31, 'almost ');
  paper.save();
  expect((await make(PRIYA, whole, 'decision')).status).toBe(422);
  const made = await make(PRIYA, thread, 'decision', { question: 'Are they free?' });
  expect(made.status).toBe(201);
  expect((await make(PRIYA, thread, 'decision')).status).toBe(409);
  const { became } = await desk.thread(RON, 'com19', thread);
  expect(became.decision).toEqual({ id: made.json.id, number: made.json.number });
  const { passage } = (await desk.as(RON, 'GET', `/api/decisions/${made.json.id}/passage`)).json;
  expect(passage.document.now).toMatchObject({ state: 'as_agreed' });
  expect(JSON.stringify(passage.words)).toContain('They are almost free.');
  const gone = await desk.begin(RON, 'com19', paper.about('The end.'));
  paper.text(2).delete(0, 8);
  paper.save();
  expect((await make(PRIYA, gone, 'decision')).status).toBe(409);
});
