import { afterAll, beforeAll, expect, it } from 'vitest';
import { outcomeSays } from '../../../server/decisions/outcomeSays.ts';
import { decisionRow } from '../../../server/decisions/store.ts';
import { northvaleFile, type Round } from '../../../server/example/northvaleFile.ts';
import { seedExample } from '../../../server/example/seed.ts';
import type { Counted } from '../../../shared/decisions/count/working.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import type { Line } from '../../../shared/ledger/line.ts';
import { recount } from '../../../shared/records/recount/recount.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

const NOW = Date.parse('2026-11-23T12:20:00Z');
const DAY = 24 * 3_600_000;
const file = northvaleFile();

let http: HttpWorld;
beforeAll(async () => {
  http = await startHttp({ now: () => NOW });
  expect(await seedExample(http.context)).toBe(true);
});
afterAll(() => http.stop());

const get = async (path: string, name = 'Maureen Airey') =>
  (await http.call('GET', `/api${path}`, { cookie: await http.cookieOf(http.person(name)) })).json;
const shown = (code: string, name?: string): Promise<DecisionAnswer> =>
  get(`/decisions/northvale-${code.toLowerCase()}`, name);

it('[TELL5] how each decision of the story ended is said in whole sentences, and what ended in it is news to nobody', () => {
  const rows = file.decisions.flatMap(
    ({ id }) => decisionRow(http.db.orm, `northvale-${id.toLowerCase()}`) ?? [],
  );
  const said = rows.flatMap((row) =>
    row.body.state.kind === 'ended' ? [`${row.number} ${outcomeSays(http.db, row, 0).more[0]}`] : [],
  );
  expect(said).toEqual([
    '1 It was agreed by consensus, in round 1.',
    '2 It was agreed by consensus, in round 2.',
    '3 It was agreed by consensus, in round 1.',
    '4 No agreement was reached by consensus, so step 1 of the ladder decided, as was fixed beforehand: a majority of all and within each side. The proposal was passed.',
    '5 It was agreed by consensus, in round 1.',
    '6 No agreement was reached here, so step 1 of the ladder began, as was fixed beforehand: it goes to the bodies that decide for themselves.',
  ]);
  expect(http.db.raw.prepare("select count(*) from notice where kind = 'decision_ended'").pluck().get()).toBe(
    0,
  );
});

/** What the file counted in a round. Whoever stood aside abstains in a fallback. */
function expected({ kind, worked }: Round) {
  const { stand_aside, ...rest } = worked.tally;
  return {
    ...{ eligible: worked.eligible, cast: worked.votes_cast, quorate: worked.quorate },
    tally: kind === 'fallback' && stand_aside ? { ...rest, abstain: stand_aside } : worked.tally,
    needed: worked.quorum_needed,
  };
}

function found({ working }: Counted) {
  const { eligible, cast, quorate, tally, lines } = working;
  const needed = lines.find(({ test, side }) => test === 'answers' && side === null)?.need;
  return { eligible, cast, quorate, tally, needed };
}

it.each(file.decisions.map(({ id, title }) => [id, title] as const))(
  '[EXAMPLE1] %s (%s): what was counted in its last round is what its raw answers come to',
  async (id) => {
    const { rounds } = await shown(id);
    const counted = rounds.at(-1)?.counted;
    const last = file.decisions.find((one) => one.id === id)?.rounds.at(-1);
    expect(counted && found(counted)).toEqual(last && expected(last));
  },
);

it('[EXAMPLE1] every count of every round is the one that the file has', () => {
  for (const { id, rounds } of file.decisions) {
    const body = JSON.parse(
      http.db.raw
        .prepare('select body from decision where id = ?')
        .pluck()
        .get(`northvale-${id.toLowerCase()}`) as string,
    ) as { rounds: { counts: Counted[] }[] };
    expect(body.rounds.flatMap(({ counts }) => counts.map(found))).toEqual(rounds.map(expected));
  }
});

it('[EXAMPLE2] each came to the outcome that it had, with what it counts for now', async () => {
  const all = await Promise.all(file.decisions.map(({ id }) => shown(id)));
  expect(
    all.map(({ state, effect }) => [
      state.kind === 'ended' ? state.ending.kind : state.kind,
      effect?.agreement,
      effect?.force,
    ]),
  ).toEqual([
    ['agreed_by_consensus', 'agreed', 'in_force'],
    ['agreed_by_consensus', 'agreed', 'in_force'],
    ['agreed_by_consensus', 'agreed', 'in_force'],
    ['passed_by_fallback', 'in_principle', 'not_in_force'],
    ['agreed_by_consensus', 'agreed', 'not_in_force'],
    ['referred', 'in_part', 'in_part'],
  ]);
});

it('[EXAMPLE2] bodies, conditions, the words of a minority and the paper votes are there as the file tells them', async () => {
  const [d1, d4, d5, d6] = await Promise.all(['D1', 'D4', 'D5', 'D6'].map((id) => shown(id)));
  expect(d1?.bodies.map(({ body, answer }) => [body.name, answer?.kind])).toEqual([
    ['Council Cabinet', 'ratified'],
    ['NHS Place Committee', 'ratified'],
    ['Larchmere board', 'ratified'],
    ['Skelby Good Neighbours committee', 'ratified'],
  ]);
  expect(d4?.bodies).toMatchObject([
    {
      answer: {
        ...{ kind: 'ratified_with_condition', accepted: null, at: Date.parse('2025-05-20T09:00:00Z') },
        condition: 'No place removed until an offer of home support is in place for that person.',
      },
    },
  ]);
  expect(d4?.minority).toMatchObject([
    { seat: 'northvale-g3', text: 'We want a start date for Urdu-speaking home support before places go.' },
  ]);
  expect(d4?.statement?.text).toContain('Three quarters and most of each side were for it.');
  expect(d5?.conditions).toMatchObject([{ id: 'checks', met: null }]);
  expect(d6?.bodies.map(({ body, answer }) => [body.id, answer?.kind])).toEqual([
    ['cabinet', 'ratified_with_condition'],
    ['nhs', 'declined'],
  ]);
  const paper = http.db.raw
    .prepare(
      `select count(*) from ledger_entry where json_extract(line, '$.payload.channel') = 'paper'
       or json_extract(line, '$.payload.through.channel') = 'paper'`,
    )
    .pluck()
    .get();
  expect(paper).toBe(5);
});

it('[EXAMPLE2] the first decision adopted every value and behaviour of the file', async () => {
  const { values, behaviours } = await get('/partnerships/northvale/values-in-use');
  expect(values.map(({ words, adopted }: { words: string; adopted: boolean }) => [words, adopted])).toEqual(
    file.values.map(({ text }) => [text, true]),
  );
  expect(behaviours).toHaveLength(4);
  const page = await get('/partnerships/northvale/values');
  for (const { versions } of [...page.values, ...page.behaviours])
    expect(versions).toMatchObject([{ decision: { id: 'northvale-d1', number: 1 } }]);
  expect(page.behaviours.filter(({ isDue }: { isDue: boolean }) => isDue)).toHaveLength(1);
});

it('[EXAMPLE2] the second and the fourth decision stand in the documents as they were agreed', async () => {
  const { decisions } = await get('/partnerships/northvale/decisions');
  const drift = new Map(
    decisions.map(({ number, drift }: { number: number; drift: boolean | null }) => [number, drift]),
  );
  expect([1, 2, 3, 4, 5, 6].map((number) => drift.get(number))).toEqual([
    null,
    false,
    null,
    false,
    null,
    null,
  ]);
});

it('[EXAMPLE3] one decision is open now and waits for a visitor, and one is being drafted', async () => {
  const { decisions } = await get('/partnerships/northvale/decisions');
  expect(decisions.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([
    [8, 'draft'],
    [7, 'open'],
    ...[6, 5, 4, 3, 2, 1].map((number) => [number, 'ended']),
  ]);
  const open = await shown('D7', 'Priya Nandra');
  expect(open.acts.some(({ kind }) => kind === 'take_position')).toBe(true);
  expect(open.rounds[0]?.positions).toHaveLength(4);
  const left = (open.rounds[0]?.closesAt ?? 0) - NOW;
  expect(left).toBeGreaterThan(6 * DAY);
  expect(open.valuesToShow).toHaveLength(5);
  const body = {
    requestId: 'a-visitor-says-yes',
    action: {
      ...{ kind: 'take_position', seat: 'northvale-c1' },
      ...{ position: { choice: 'agree' }, through: { channel: 'web' } },
    },
  };
  const cookie = await http.cookieOf(http.person('Priya Nandra'));
  const answer = await http.call('POST', '/api/decisions/northvale-d7/acts', { cookie, body });
  expect(answer.status).toBe(200);
});

it('[EXAMPLE4] the ledger counts every decision again to the same, and says itself that it was played', () => {
  const entries = http.db.raw.prepare('select * from ledger_entry order by seq').all() as {
    seq: number;
    line: string;
    subject: string;
    kind: string;
  }[];
  const words = http.db.raw.prepare('select seq, name, text from ledger_words').all() as {
    seq: number;
    name: string;
    text: string;
  }[];
  for (const code of ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']) {
    const read = entries
      .filter(({ subject }) => subject === `northvale-${code}`)
      .map(({ seq, line }) => ({
        line: JSON.parse(line) as Line,
        words: Object.fromEntries(
          words.filter((one) => one.seq === seq).map(({ name, text }) => [name, text]),
        ),
      }));
    expect(recount(read)).toMatchObject({ kind: 'same' });
  }
  const times = entries.map(({ line }) => (JSON.parse(line) as Line).at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const played = entries.find(({ kind }) => kind === 'example_played');
  expect(played && (JSON.parse(played.line) as Line).at).toBe(NOW);
});

it('[EXAMPLE4] it is played once, and not where people have begun to change the example', async () => {
  expect(await seedExample(http.context)).toBe(false);
  const changed = await startHttp({ now: () => NOW });
  try {
    changed.db.raw
      .prepare(
        `insert into journal_entry (partnership_id, at, member_id, kind, subject_id, detail)
         values ('northvale', 1, 'ron-tasker', 'member_left', 'ron-tasker', '{}')`,
      )
      .run();
    await seedExample(changed.context);
    expect(changed.db.raw.prepare('select count(*) from decision').pluck().get()).toBe(0);
  } finally {
    await changed.stop();
  }
});
