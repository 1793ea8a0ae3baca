import { afterAll, beforeAll, expect, it } from 'vitest';
import { actShape, decisionShape } from '../../../shared/decisions/recordShape.ts';
import { registerShape } from '../../../shared/decisions/registerShape.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from './table.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

it('[KEEP1] a decision goes from its draft to its outcome, and every answer has the shape that is described', async () => {
  const id = await table.opened();
  for (const [seat, name] of Object.entries(HOLDERS)) {
    const { status, json } = await table.act(name, id, taking(seat));
    expect(status, JSON.stringify(json)).toBe(200);
    expect(actShape.safeParse(json).error).toBeUndefined();
  }
  table.clock.now += 7 * DAY;
  const page = await table.page(FACILITATOR, id);
  expect(decisionShape.safeParse(page).error).toBeUndefined();
  expect(page.line.outcome).toEqual({ kind: 'agreed_by_consensus', round: 1 });
  expect(page.line.says).toBe('Agreed by consensus. It is in force.');
  expect(page.timeline.map(({ says }) => says)).toContain('Round 1 closed and was counted.');
  const register = await table.as('Priya Nandra', 'GET', '/api/partnerships/northvale/decisions');
  expect(registerShape.safeParse(register.json).error).toBeUndefined();
  expect(register.json.decisions[0]).toMatchObject({ id, number: 1, state: 'ended' });
});
