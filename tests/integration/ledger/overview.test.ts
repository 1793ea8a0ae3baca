import { afterEach, beforeEach, expect, it } from 'vitest';
import { signWaiting } from '../../../server/ledger/heads.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from '../decisions/table.ts';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const OFFICER = 'Sam Iqbal';
const LEDGER = '/api/partnerships/northvale/ledger';
const heads = async (who: string) => (await table.as(who, 'GET', `${LEDGER}/heads`)).json;
const gone = async (who: string) => table.as(who, 'GET', `${LEDGER}/erasures`);

async function ended(rule = {}): Promise<string> {
  const id = await table.opened(rule);
  for (const [seat, name] of Object.entries(HOLDERS)) await table.act(name, id, taking(seat));
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  await signWaiting(table.context);
  return id;
}

it('[LEDGER12] everyone finds the signed heads, the newest first, and none that tells how a hidden round goes', async () => {
  await ended();
  await ended();
  const { heads: found, endsEarly } = await heads('Ron Tasker');
  expect(endsEarly).toBe(false);
  expect(found.map(({ seq }: { seq: number }) => seq)).toEqual(
    table.db.raw.prepare('select seq from ledger_head order by seq desc').pluck().all(),
  );
  expect(found).toHaveLength(2);
  const hidden = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  await table.act('Ron Tasker', hidden, taking('northvale-g1'));
  table.db.raw
    .prepare(
      'insert into ledger_head select partnership_id, seq + 100, hash, at, public_key, signature from ledger_head where seq = ?',
    )
    .run(found[0].seq);
  expect(await heads('Del Fenn')).toEqual({ heads: found, endsEarly: true });
  expect((await heads(FACILITATOR)).heads).toHaveLength(3);
});

it('[LEDGER12] only the records officer sees who has left and is still known, and nobody who was forgotten', async () => {
  await ended();
  expect((await gone(OFFICER)).json).toEqual({ people: [] });
  const memberId = table.person('Ron Tasker');
  table.db.raw.prepare('update member set left_at = 5 where id = ?').run(memberId);
  expect((await gone(OFFICER)).json).toEqual({ people: [{ memberId, name: 'Ron Tasker', leftAt: 5 }] });
  for (const who of [FACILITATOR, 'Del Fenn']) expect((await gone(who)).status).toBe(403);
  const asked = { memberId, reason: 'They asked for it' };
  expect((await table.as(OFFICER, 'POST', `${LEDGER}/erasures`, asked)).status).toBe(200);
  expect((await gone(OFFICER)).json).toEqual({ people: [] });
});
