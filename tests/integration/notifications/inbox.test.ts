import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { remind } from '../../../server/decisions/reminding.ts';
import { notify } from '../../../server/notifications/notify.ts';
import { addToken } from '../../../server/notifications/tokenStore.ts';
import { until } from '../../until.ts';
import { DAY, FACILITATOR, startTable, type Table, taking } from '../decisions/table.ts';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const inbox = async (name: string) => (await table.as(name, 'GET', '/api/me/notices')).json;
const settingsPath = '/api/partnerships/northvale/me/notices-settings';

function token(name: string): string {
  return addToken(table.db.orm, 'unsubscribe', table.person(name), '', table.clock.now);
}

it('[TOLD12] the inbox has what was told, what needs me first, until it is read or asks for nothing any more', async () => {
  const id = await table.opened();
  const { notices, unread } = await inbox('Priya Nandra');
  expect(unread).toBe(1);
  expect(notices).toMatchObject([
    { title: 'Decision 1: your answer is asked for', href: `/decisions/${id}`, needsMe: true, unread: true },
  ]);
  // Who facilitates has no answer to give, and opened it themselves.
  expect(await inbox(FACILITATOR)).toEqual({ notices: [], unread: 0 });
  await table.as('Priya Nandra', 'POST', '/api/me/notices/read', { ids: notices[0].ids });
  expect(await inbox('Priya Nandra')).toMatchObject({
    unread: 0,
    notices: [{ needsMe: true, unread: false }],
  });
  expect((await inbox('Ron Tasker')).unread).toBe(1);
});

it('[TOLD12] nobody reads, or marks as read, what is another’s', async () => {
  await table.opened();
  const { notices } = await inbox('Priya Nandra');
  await table.as('Ron Tasker', 'POST', '/api/me/notices/read', { ids: notices[0].ids });
  expect((await inbox('Priya Nandra')).unread).toBe(1);
  await table.as('Ron Tasker', 'POST', '/api/me/notices/read', { all: true });
  expect([(await inbox('Ron Tasker')).unread, (await inbox('Priya Nandra')).unread]).toEqual([0, 1]);
});

it('[TOLD6] what somebody may not read any more is gone from their inbox', async () => {
  const id = await table.opened();
  table.db.raw.prepare('delete from seat_holding where member_id = ?').run(table.person('Priya Nandra'));
  expect((await inbox('Priya Nandra')).unread).toBe(1);
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  expect(await inbox('Priya Nandra')).toEqual({ notices: [], unread: 0 });
});

it('[TOLD3] everyone has the defaults until they choose, and chooses for themselves alone', async () => {
  const { json } = await table.as('Ron Tasker', 'GET', settingsPath);
  expect(json).toEqual({
    settings: { needsMe: 'at_once', rest: 'daily', quiet: null },
    timeZone: 'Europe/London',
    held: false,
  });
  const mine = { needsMe: 'nothing', rest: 'weekly', quiet: { from: 1320, to: 420 } };
  expect((await table.as('Ron Tasker', 'PUT', settingsPath, mine)).json.settings).toEqual(mine);
  expect((await table.as('Ron Tasker', 'GET', settingsPath)).json.settings).toEqual(mine);
  expect((await table.as('Priya Nandra', 'GET', settingsPath)).json.settings.rest).toBe('daily');
  const endless = await table.as('Ron Tasker', 'PUT', settingsPath, { ...mine, quiet: { from: 60, to: 60 } });
  expect([endless.status, endless.json.error.fields]).toEqual([
    422,
    { quiet: 'Choose an end that is not the beginning.' },
  ]);
});

it('[TOLD7] opening the link changes nothing, however often; one click ends the news, and only that', async () => {
  const path = `/unsubscribe/${token('Ron Tasker')}`;
  const settings = async () => (await table.as('Ron Tasker', 'GET', settingsPath)).json.settings;
  for (const method of ['GET', 'HEAD', 'GET']) expect((await table.call(method, path)).status).toBe(200);
  expect((await settings()).rest).toBe('daily');
  // As a mail program asks: a form, from no page of ours, and nobody is signed in.
  const clicked = await table.call('POST', path, {
    body: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([clicked.status, clicked.json]).toEqual([200, expect.stringContaining('It is done')]);
  expect(await settings()).toEqual({ needsMe: 'at_once', rest: 'nothing', quiet: null });
  expect((await table.as('Priya Nandra', 'GET', settingsPath)).json.settings.rest).toBe('daily');
  expect(table.logged.join()).not.toContain(path.slice(13));
});

it('[TOLD7] a link that is wrong or too old is good for nothing', async () => {
  const old = token('Ron Tasker');
  table.clock.now += 401 * DAY;
  for (const wrong of [old, 'wrong', '0'.repeat(32)])
    expect((await table.call('POST', `/unsubscribe/${wrong}`)).status).toBe(404);
});

it('[TOLD13] who has not answered is reminded once before a round closes, and nobody else', async () => {
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'side' } });
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  const titles = async (name: string) =>
    (await inbox(name)).notices.map(({ title }: { title: string }) => title);
  const { closesAt } = JSON.parse(
    table.db.raw.prepare('select body from decision where id = ?').pluck().get(id) as string,
  ).rounds[0];
  table.clock.now = closesAt - DAY - 1;
  remind(table.context, table.clock.now);
  expect(await titles('Ron Tasker')).toHaveLength(1);
  table.clock.now = closesAt - DAY + 1;
  for (let times = 0; times < 3; times++) remind(table.context, table.clock.now);
  expect(await titles('Ron Tasker')).toContain('Decision 1: your seat has not answered yet');
  expect(await titles('Ron Tasker')).toHaveLength(2);
  expect(await titles('Priya Nandra')).toEqual(['Decision 1: your answer is asked for']);
  // Answering takes the question away again.
  await table.act('Ron Tasker', id, taking('northvale-g1'));
  expect(await titles('Ron Tasker')).toEqual(['Decision 1: your answer is asked for']);
});

it('[TOLD12] open pages hear that there is something new, each only of their own', async () => {
  const heard: string[] = [];
  const [ron, priya] = [table.person('Ron Tasker'), table.person('Priya Nandra')];
  table.context.changes.listen(
    ({ change, audience }) => {
      if (change.kind !== 'notice') return;
      for (const id of [ron, priya])
        if (audience({ id, roles: [], seats: [] })) heard.push(`${id} ${change.id}`);
    },
    () => {},
  );
  transact(table.db, (orm) =>
    notify(orm, {
      ...{ eventKey: 'e:1', partnershipId: 'northvale', kind: 'decision_review_due', memberIds: [ron] },
      ...{ about: { kind: 'decision', id: 'd' }, at: table.clock.now, needsMe: false, byMemberId: null },
    }),
  );
  table.context.mail.wake();

  await until('it to be heard', () => heard.length > 0);
  expect(heard).toEqual([`${ron} ${ron}`]);
});
