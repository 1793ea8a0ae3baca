import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LedgerFile } from '../../../shared/records/file.ts';
import { verified } from '../../unit/shared/ledger/recordFile.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

const HERE = '/api/partnerships/northvale';
const COMPANY = {
  words: 'Nobody loses company',
  practice: 'We check who a person sees each week.',
  question: 'Who would miss this?',
};
const PROMISE = {
  will: 'Bring the draft budget before it goes to Cabinet',
  willNot: 'Announce a change that partners have not seen',
  seen: 'The budget sheet is posted ten days before Cabinet',
};

let http: HttpWorld;
let now = Date.parse('2025-04-01T09:00:00Z');
beforeEach(async () => {
  now = Date.parse('2025-04-01T09:00:00Z');
  http = await startHttp({ now: () => now });
});
afterEach(() => http.stop());

const ask = async (name: string, method: string, path: string, body?: object) =>
  http.call(method, `${HERE}${path}`, { cookie: await http.cookieOf(http.person(name)), body });
const propose = async (name = 'Ron Tasker', words: object = COMPANY) =>
  (await ask(name, 'POST', '/values', words)).json.values.at(-1).id as string;
const promise = (valueId: string, reviewAt = now + 1000) => ({ ...PROMISE, valueIds: [valueId], reviewAt });
const journal = async () =>
  (await ask('Ron Tasker', 'GET', '/journal')).json.lines.map(({ words }: { words: string }) => words);

/** A decision of the partnership, as far as values need it: adopted versions name it. */
function addDecision(id: string, sensitivity: 'members' | 'restricted' = 'members') {
  http.db.raw
    .prepare(
      `insert into decision (id, partnership_id, number, state, sensitivity, body, revision, created_at, changed_at)
       values (?, 'northvale', (select count(*) + 1 from decision), 'ended', ?, '{}', 1, 1, 1)`,
    )
    .run(id, sensitivity);
}
const adopt = (table: 'shared_value' | 'behaviour', subject: string, version: number, decision: string) =>
  http.db.raw
    .prepare(
      `update ${table}_version set decision_id = ? where ${table === 'shared_value' ? 'value' : table}_id = ? and version = ?`,
    )
    .run(decision, subject, version);

it('[VALUE1] who sits at the table proposes a value; it says who proposed it and for which seat', async () => {
  const { status, json } = await ask('Ron Tasker', 'POST', '/values', COMPANY);
  expect(status).toBe(200);
  expect(json.values).toMatchObject([
    {
      versions: [
        {
          ...{ version: 1, ...COMPANY, proposedBy: 'Ron Tasker', decision: null },
          seat: { name: 'Skelby Good Neighbours', side: 'community_provider' },
        },
      ],
      retired: null,
    },
  ]);
  expect((await ask('Marsha Odell', 'POST', '/values', COMPANY)).status).toBe(403);
  expect(await journal()).toEqual(['Ron Tasker proposed the value “Nobody loses company”.']);
});

it('[VALUE1] other words are another version; both are kept, and nobody overwrites newer ones unseen', async () => {
  const id = await propose();
  const words = { ...COMPANY, words: 'Nobody is left alone', basedOn: 1 };
  const { json } = await ask('Del Fenn', 'POST', `/values/${id}/versions`, words);
  expect(json.values[0].versions).toMatchObject([
    { version: 1, words: 'Nobody loses company', proposedBy: 'Ron Tasker' },
    { version: 2, words: 'Nobody is left alone', proposedBy: 'Del Fenn' },
  ]);
  const late = { ...COMPANY, words: 'Company first', basedOn: 1 };
  expect((await ask('Priya Nandra', 'POST', `/values/${id}/versions`, late)).status).toBe(409);
  const same = { ...words, basedOn: 2 };
  expect((await ask('Priya Nandra', 'POST', `/values/${id}/versions`, same)).status).toBe(422);
  expect(() => http.db.raw.exec("update shared_value_version set words = 'Other'")).toThrow(
    /another version/,
  );
  expect((await journal())[0]).toBe('Del Fenn proposed other words for the value “Nobody loses company”.');
});

it('[VALUE4] what is only proposed is taken back by whoever brought it or a facilitator, with a reason', async () => {
  const [mine, theirs] = [await propose(), await propose('Priya Nandra')];
  const back = (name: string, id: string, reason = 'Said twice') =>
    ask(name, 'PUT', `/values/${id}/retirement`, { reason });
  expect((await back('Del Fenn', mine)).status).toBe(403);
  expect((await back('Ron Tasker', mine, ' ')).status).toBe(422);
  expect((await back('Ron Tasker', mine)).status).toBe(200);
  const { json } = await back('Marsha Odell', theirs);
  expect(json.values.map(({ retired }: { retired: object }) => retired)).toMatchObject([
    { by: 'Ron Tasker', reason: 'Said twice', decision: null },
    { by: 'Marsha Odell', reason: 'Said twice', decision: null },
  ]);
  expect((await back('Marsha Odell', theirs)).status).toBe(409);
});

it('[VALUE4] what a decision adopted nobody takes back alone, and it says which decision it was', async () => {
  const id = await propose();
  addDecision('d1');
  adopt('shared_value', id, 1, 'd1');
  for (const name of ['Ron Tasker', 'Marsha Odell'])
    expect((await ask(name, 'PUT', `/values/${id}/retirement`, { reason: 'r' })).status).toBe(409);
  const { json } = await ask('Ron Tasker', 'GET', '/values');
  expect(json.values[0]).toMatchObject({
    mayRetire: false,
    versions: [{ decision: { id: 'd1', number: 1 } }],
  });
});

it('[VALUE4] of a restricted decision is told that there was one, and nothing else', async () => {
  const id = await propose();
  addDecision('secret', 'restricted');
  adopt('shared_value', id, 1, 'secret');
  const { json } = await ask('Ron Tasker', 'GET', '/values');
  expect(json.values[0].versions[0].decision).toEqual({ id: null, number: null });
  expect(JSON.stringify(json)).not.toContain('secret');
});

it('[BEHAVE1] a leader writes and signs what they will do, in their own name only', async () => {
  const value = await propose();
  expect((await ask('Del Fenn', 'POST', '/behaviours', promise(value))).status).toBe(403);
  const written = (await ask('Priya Nandra', 'POST', '/behaviours', promise(value))).json.behaviours[0];
  expect(written).toMatchObject({
    isMine: true,
    leader: { name: 'Priya Nandra', seat: { name: 'Northvale County Council, Adult Care' } },
    versions: [{ version: 1, ...PROMISE, signedAt: null }],
  });
  const sign = (name: string, version: number) =>
    ask(name, 'PUT', `/behaviours/${written.id}/signature`, { version });
  expect((await sign('Ron Tasker', 1)).status).toBe(403);
  expect((await sign('Priya Nandra', 2)).status).toBe(409);
  expect((await sign('Priya Nandra', 1)).json.behaviours[0].versions[0].signedAt).toBe(now);
  expect((await sign('Priya Nandra', 1)).status).toBe(409);
  expect(await journal()).toEqual([
    'Priya Nandra signed what they will do: “Bring the draft budget before it goes to Cabinet”.',
    'Priya Nandra wrote down what they will do, and has still to sign it.',
    'Ron Tasker proposed the value “Nobody loses company”.',
  ]);
});

it('[BEHAVE1] signed words are never altered: other words are a version that is signed anew', async () => {
  const value = await propose();
  const { id } = (await ask('Priya Nandra', 'POST', '/behaviours', promise(value))).json.behaviours[0];
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 1 });
  const other = { ...promise(value), will: 'Bring the draft budget early', basedOn: 1 };
  expect((await ask('Ron Tasker', 'POST', `/behaviours/${id}/versions`, other)).status).toBe(403);
  const mine = (await ask('Priya Nandra', 'POST', `/behaviours/${id}/versions`, other)).json.behaviours[0];
  expect(mine.versions).toMatchObject([
    { version: 1, will: PROMISE.will, signedAt: now },
    { version: 2, will: 'Bring the draft budget early', signedAt: null },
  ]);
  expect(() => http.db.raw.exec("update behaviour_version set will = 'x' where version = 1")).toThrow(
    /never altered/,
  );
});

it('[BEHAVE2] what is not signed nobody else reads: not on the page, not in the journal, not to take it back', async () => {
  const value = await propose();
  const { id } = (await ask('Priya Nandra', 'POST', '/behaviours', promise(value))).json.behaviours[0];
  expect((await ask('Marsha Odell', 'GET', '/values')).json.behaviours).toEqual([]);
  expect(JSON.stringify(await journal())).not.toContain('budget');
  const dropped = await ask('Marsha Odell', 'PUT', `/behaviours/${id}/retirement`, { reason: 'r' });
  expect(dropped.status).toBe(404);
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 1 });
  await ask('Priya Nandra', 'POST', `/behaviours/${id}/versions`, { ...promise(value), basedOn: 1 });
  expect((await ask('Marsha Odell', 'GET', '/values')).json.behaviours[0].versions).toHaveLength(1);
});

it('[BEHAVE3] on the day its leader named a behaviour is due to be looked at again', async () => {
  const value = await propose();
  const past = await ask('Priya Nandra', 'POST', '/behaviours', promise(value, now));
  expect([past.status, Object.keys(past.json.error.fields)]).toEqual([422, ['reviewAt']]);
  const { id } = (await ask('Priya Nandra', 'POST', '/behaviours', promise(value))).json.behaviours[0];
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 1 });
  const isDue = async () => (await ask('Del Fenn', 'GET', '/values')).json.behaviours[0].isDue;
  expect(await isDue()).toBe(false);
  now += 1000;
  expect(await isDue()).toBe(true);
  await ask('Priya Nandra', 'POST', `/behaviours/${id}/versions`, { ...promise(value), basedOn: 1 });
  expect(await isDue()).toBe(true);
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 2 });
  expect(await isDue()).toBe(false);
});

it('[VALUE2] drafts and screens get the proposed words until some are adopted, then only those', async () => {
  const id = await propose();
  await propose('Priya Nandra', { ...COMPANY, words: 'Open books' });
  const inUse = async () =>
    (await ask('Del Fenn', 'GET', '/values-in-use')).json.values.map(
      ({ words, adopted }: { words: string; adopted: boolean }) => [words, adopted],
    );
  expect(await inUse()).toEqual([
    ['Nobody loses company', false],
    ['Open books', false],
  ]);
  addDecision('d1');
  adopt('shared_value', id, 1, 'd1');
  expect(await inUse()).toEqual([['Nobody loses company', true]]);
});

async function ledger(change: (bytes: string) => string = (bytes) => bytes) {
  const cookie = await http.cookieOf(http.person('Ron Tasker'));
  const answer = await fetch(`${http.url}${HERE}/ledger`, { headers: { cookie } });
  const text = change(await answer.text());
  const file = JSON.parse(text) as LedgerFile;
  const lines = file.chain.flatMap((link) => ('line' in link ? [link.line] : []));
  return { file, lines, verdict: (await verified(new TextEncoder().encode(text))).verdict };
}

it('[BEHAVE4] a signature is a line of the ledger, bound to the words that were signed', async () => {
  const value = await propose();
  await ask('Priya Nandra', 'POST', '/behaviours', promise(value));
  const { id } = (await ask('Priya Nandra', 'GET', '/values')).json.behaviours[0];
  expect((await ledger()).lines).toEqual([]);
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 1 });
  const { file, lines, verdict } = await ledger();
  expect(verdict).toBe('holds');
  expect(lines).toMatchObject([{ kind: 'behaviour_signed', subject: id, payload: { version: 1 } }]);
  expect(file.names.people).toMatchObject([{ id: lines[0]?.actor, name: 'Priya Nandra' }]);
  expect(file.words.map(({ name, text }) => [name, text]).sort()).toEqual(Object.entries(PROMISE).sort());
  const forged = (from: string, to: string) =>
    ledger((bytes) => {
      expect(bytes).toContain(from);
      return bytes.replace(from, to);
    });
  for (const [from, to] of [
    ['Bring the draft', 'Bring the drift'],
    ['"payload":{"version":1}', '"payload":{"version":2}'],
    ['"behaviour_signed"', '"behaviour_signer"'],
  ] as const)
    expect((await forged(from, to)).verdict).toBe('broken');
  await ask('Priya Nandra', 'PUT', `/behaviours/${id}/signature`, { version: 1 });
  expect((await ledger()).lines).toHaveLength(1);
  const erasure = { seq: 1, name: 'seen', reason: 'It names somebody' };
  expect((await ask('Sam Iqbal', 'POST', '/ledger/erasures', erasure)).status).toBe(200);
  expect(await ledger()).toMatchObject({
    verdict: 'holds',
    lines: [{}, { kind: 'words_erased', subject: id }],
  });
});
