import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Told } from '../../../server/live/changes.ts';
import type { Position } from '../../../shared/decisions/positions.ts';
import { northvaleRule } from '../../unit/shared/decisions/northvale.ts';
import { saying } from '../../unit/shared/decisions/table.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from './table.ts';

let table: Table;
const told: Told[] = [];
beforeAll(async () => {
  table = await startTable();
  table.context.changes.listen(
    (each) => told.push(each),
    () => {},
  );
});
afterAll(() => table.stop());

const HIDDEN = { visibility: { when: 'when_closed', by: 'seat' } } as const;
/** Someone with a seat, someone without, the recorder, and the one who may open names. */
const LOOKERS = ['Priya Nandra', 'Sam Iqbal', 'Ravi Sen', 'Beth Oyelaran'];
const OTHERS = Object.entries(HOLDERS).filter(([, name]) => name !== 'Priya Nandra');

/** Everything that the API answers to someone about this decision and its partnership, on every route there is. */
async function everything(name: string, decisionId: string): Promise<Record<string, unknown>> {
  const ids: Record<string, string> = {
    partnershipId: 'northvale',
    decisionId,
    memberId: table.person(name),
    seatId: 'northvale-g1',
  };
  const paths = new Set(
    table.app.routes
      .filter(({ method, path }) => method === 'GET' && /:(partnership|decision)Id/.test(path))
      .filter(({ path }) => !path.endsWith('/events'))
      .map(({ path }) => path.replace(/:(\w+)/g, (_, key: string) => ids[key] ?? 'none')),
  );
  const shows = ['all', 'draft', 'open', 'ended', 'needs_me', 'review_due'];
  for (const show of shows) paths.add(`/api/partnerships/northvale/decisions?show=${show}`);
  const found: Record<string, unknown> = {};
  for (const path of [...paths].sort()) {
    const { status, headers, json } = await table.as(name, 'GET', path);
    const kept = ['etag', 'last-modified', 'content-length'].map((header) => headers.get(header));
    // A page's scripts are allowed by a word that is new in each answer.
    found[path] = typeof json === 'string' ? status : { status, kept, json };
  }
  return found;
}

/** What someone hears while `work` goes on. */
async function heard(name: string, work: () => Promise<unknown>): Promise<number> {
  told.length = 0;
  await work();
  const { json } = await table.as(name, 'GET', '/api/me');
  const hearer = json.partnerships[0].member;
  return told.filter(({ audience }) => audience(hearer)).length;
}

const anyPosition: fc.Arbitrary<Position> = fc
  .constantFrom(
    'agree' as const,
    'agree_with_reservations' as const,
    'stand_aside' as const,
    'block' as const,
    'abstain' as const,
    'outside_our_powers' as const,
  )
  .map((choice) =>
    choice === 'block' ? { choice, reason: 'People lose out', harm: 'Nobody comes' } : saying(choice),
  );

it('[DEC22] until a hidden round closes, nothing that anyone but the facilitator is answered depends on the others’ answers', async () => {
  const id = await table.opened(HIDDEN);
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  const before = Object.fromEntries(
    await Promise.all(LOOKERS.map(async (name) => [name, await everything(name, id)] as const)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...OTHERS), anyPosition), { minLength: 1, maxLength: 3 }),
      async (said) => {
        for (const [[seat, name], position] of said)
          expect((await table.act(name, id, taking(seat, position))).status).toBe(200);
        for (const name of LOOKERS) expect(await everything(name, id)).toEqual(before[name]);
      },
    ),
    { numRuns: 8 },
  );
  const chair = await table.page(FACILITATOR, id);
  expect(chair.rounds[0]?.positions.length).toBeGreaterThan(1);
}, 120_000);

it('[DEC22] nor does anyone hear of an answer, but its own seat and the facilitator', async () => {
  const id = await table.opened(HIDDEN);
  const answer = () => table.act('Ron Tasker', id, taking('northvale-g1'));
  for (const name of LOOKERS) expect(await heard(name, answer), name).toBe(0);
  expect(await heard(FACILITATOR, answer)).toBe(1);
  expect(await heard('Ron Tasker', answer)).toBe(1);
});

it('[DEC22] a receipt has no number while numbers would tell how many have answered, and gets it afterwards', async () => {
  const id = await table.opened(HIDDEN);
  const open = await table.opened();
  const hidden = (await table.act('Priya Nandra', id, taking('northvale-c1'))).json.receipt;
  const other = (await table.act('Priya Nandra', open, taking('northvale-c1'))).json.receipt;
  expect([hidden.seq, other.seq]).toEqual([null, null]);
  expect(hidden.hash).toMatch(/^[0-9a-f]{64}$/);
  // Each time that is looked, what follows begins: rounds, steps, until all of them have ended.
  for (let i = 0; i < 12; i++) {
    table.clock.now += 40 * DAY;
    await table.page('Priya Nandra', id);
  }
  const found = (await table.page('Priya Nandra', id)).me.receipts.find(({ hash }) => hash === hidden.hash);
  expect(found?.seq).toBeGreaterThan(0);
});

it('[DEC22] what is refused is refused in the same words, whether or not there are answers', async () => {
  const rule = { ...HIDDEN, consensus: { ...northvaleRule.consensus, testedBy: 'each_side' as const } };
  const id = await table.opened(rule);
  const test = {
    kind: 'test_block' as const,
    seat: 'northvale-g1',
    question: 'is_a_block' as const,
    yes: true,
    reason: 'r',
    as: 'northvale-c1',
  };
  const tries = async () => [
    await table.act('Priya Nandra', id, test),
    await table.act('Priya Nandra', id, { ...test, seat: 'block-1' }),
    await table.act('Priya Nandra', id, { kind: 'confirm_position', seat: 'northvale-c1' }),
    await table.act('Priya Nandra', id, { kind: 'close_early', reason: 'r' }),
    await table.act('Ravi Sen', id, { kind: 'answer_block', seat: 'northvale-g1', text: 'r' }),
  ];
  const words = (answers: Awaited<ReturnType<typeof tries>>) =>
    answers.map(({ status, json }) => [status, json]);
  const before = words(await tries());
  const block = { choice: 'block' as const, reason: 'No', harm: 'Nobody comes' };
  await table.act('Ron Tasker', id, taking('northvale-g1', block));
  expect(words(await tries())).toEqual(before);
  expect(before.every(([status]) => status === 409 || status === 403)).toBe(true);
});

it('[DEC22] where answers are shown by side, no page tells whose a block is, and it can still be tested', async () => {
  const rule = {
    visibility: { when: 'as_they_come', by: 'side' } as const,
    consensus: { ...northvaleRule.consensus, testedBy: 'each_side' as const },
  };
  const id = await table.opened(rule);
  const block = { choice: 'block' as const, reason: 'No', harm: 'Nobody comes' };
  await table.act('Ron Tasker', id, taking('northvale-g1', block));
  const page = await table.page('Priya Nandra', id);
  expect(page.blocks).toMatchObject([{ block: 'block-1', seat: null, side: 'community_provider' }]);
  const offer = page.acts.find(({ kind }) => kind === 'test_block');
  expect(offer).toMatchObject({ block: 'block-1', question: 'is_a_block', as: 'northvale-c1' });
  const people = Object.values(page.people).map(({ name }) => name);
  expect(people).not.toContain('Ron Tasker');
  expect(page.timeline.every(({ seat }) => seat === null)).toBe(true);
  const tested = await table.act('Priya Nandra', id, {
    kind: 'test_block',
    seat: 'block-1',
    question: 'is_a_block',
    yes: true,
    reason: 'It is one',
    as: 'northvale-c1',
  });
  expect(tested.status).toBe(200);
  const own = await table.page('Ron Tasker', id);
  expect(own.blocks).toMatchObject([{ block: 'northvale-g1', seat: 'northvale-g1' }]);
});
