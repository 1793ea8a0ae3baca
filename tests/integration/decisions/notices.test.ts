import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { carryOut } from '../../../server/decisions/carryOut.ts';
import { outcomeSays } from '../../../server/decisions/outcomeSays.ts';
import { type DecisionRow, decisionRow } from '../../../server/decisions/store.ts';
import { readOutbox } from '../../../server/mail/outbox.ts';
import { keepSettings } from '../../../server/notifications/settingsStore.ts';
import { until } from '../../until.ts';
import { setAddress } from '../../world.ts';
import { AGREE, DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from './table.ts';

const PRIYA = 'priya@northvale.example';
const RON = 'ron@northvale.example';
const MARSHA = 'marsha@northvale.example';
const OLD = 'old@northvale.example';

let table: Table;
beforeEach(async () => {
  table = await startTable();
  for (const [name, email] of [
    ['Priya Nandra', PRIYA],
    ['Ron Tasker', RON],
    [FACILITATOR, MARSHA],
  ] as const)
    setAddress(table.db, table.person(name), email);
});
afterEach(() => table.stop());

/** The mails that have gone out, by whom they went to. */
const mails = () => readOutbox(join(table.folder, 'outbox'), table.db.sealing);
const mailsTo = (address: string) => mails().filter(({ to }) => to === address);
const waiting = () =>
  table.db.raw.prepare('select count(*) from mail where due_at is not null').pluck().get() as number;
const allSent = () => until('every mail to have gone out', () => waiting() === 0);

async function amend(id: string, text: string) {
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, {
    role: 'amendment',
    basedOn: '',
    text,
  });
  return table.act(FACILITATOR, id, {
    kind: 'amend',
    hash: json.hash,
    change: 'Wednesday suits more people.',
    ifFrozen: 'move_closing',
  });
}

it('[TELL1] when a round opens, everyone whose seat has a say is asked once, and nobody else', async () => {
  // Whoever has a sign-in is led to the page.
  await table.as('Priya Nandra', 'GET', '/api/me');
  const id = await table.opened();
  const mail = await table.mailTo(PRIYA);
  expect(mail.subject).toBe('Decision 1: your answer is asked for');
  expect(mail.text).toContain('Shall we start the shared trips?');
  expect(mail.text).toContain('Saying nothing is not a yes.');
  expect(mail.text).toContain(`${table.url}/decisions/${id}`);
  await table.mailTo(RON);
  await allSent();
  expect(
    mails()
      .map(({ to }) => to)
      .sort(),
  ).toEqual([PRIYA, RON]);
});

it('[TELL2] [DEC19] when the words change, every seat is told what was there and what is there now', async () => {
  const id = await table.opened();
  await table.mailTo(PRIYA);
  expect((await amend(id, 'Shared trips run on Wednesdays and Fridays.')).status).toBe(200);
  const { subject, text } = await table.mailTo(PRIYA);
  expect(subject).toBe('Decision 1: the words have changed');
  expect(text).toContain('Was: Shared trips run on Tuesdays and Fridays.');
  expect(text).toContain('Now: Shared trips run on Wednesdays and Fridays.');
  expect(text).toContain('Wednesday suits more people.');
});

it('[TELL3] [DEC11] whose answer was entered from paper is told, and nobody else, also in a hidden round', async () => {
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'side' } });
  await table.mailTo(PRIYA);
  await table.mailTo(RON);
  const seat = 'northvale-g1';
  const through = {
    channel: 'paper' as const,
    witness: table.person('Del Fenn'),
    reference: 'PV-004',
  };
  const entered = await table.act('Ravi Sen', id, { kind: 'take_position', seat, position: AGREE, through });
  expect(entered.status, JSON.stringify(entered.json)).toBe(200);
  const mail = await table.mailTo(RON);
  expect(mail.subject).toBe('Decision 1: an answer was entered for your seat');
  expect(mail.text).not.toMatch(/agree/i);
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  await allSent();
  expect(mailsTo(PRIYA)).toHaveLength(1);
});

it('[TELL4] of a restricted decision a mail says nothing but its number', async () => {
  const id = await table.opened();
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  await table.mailTo(PRIYA);
  await amend(id, 'Shared trips run on Wednesdays and Fridays.');
  const { subject, text } = await table.mailTo(PRIYA);
  expect(subject).toBe('Decision 1: the words have changed');
  for (const word of ['trips', 'Wednesday', 'Tuesdays']) expect(text).not.toContain(word);
  expect(text).toContain('The page shows what changed.');
});

it('[TELL1] [DEC35] a review that is due is told once to the seats and the facilitators; who has gone is told nothing', async () => {
  const id = await table.opened();
  setAddress(table.db, table.person('Gwen Sallis'), OLD);
  for (const name of ['Priya Nandra', 'Ron Tasker', 'Col Whitaker', 'Dr Ines Aldous'] as const)
    await table.act(name, id, taking(table.seatOf(name)));
  for (const name of ['Gwen Sallis', 'Bal Dhesi', 'Nasreen Begum', 'Del Fenn'] as const)
    await table.act(name, id, taking(table.seatOf(name)));
  table.clock.now += 7 * DAY;
  carryOut(table.context, table.clock.now);
  expect((await table.page(FACILITATOR, id)).line.outcome?.kind).toBe('agreed_by_consensus');
  table.db.raw.prepare('update member set left_at = 1 where id = ?').run(table.person('Gwen Sallis'));
  table.clock.now += 100 * DAY;
  carryOut(table.context, table.clock.now);
  carryOut(table.context, table.clock.now);
  expect((await table.mailTo(MARSHA)).subject).toBe('Decision 1: time to look again');
  await allSent();
  const reviews = mails().filter(({ subject }) => subject.includes('look again'));
  expect(reviews.map(({ to }) => to).sort()).toEqual([MARSHA, PRIYA, RON]);
});

/** What someone was told of endings, and of more time, as their inbox keeps it. */
const toldOf = (kind: string) =>
  table.db.raw
    .prepare('select member_id from notice where kind = ? order by id')
    .pluck()
    .all(kind)
    .map(String)
    .sort();
const nobodyYet = (kind: string) => expect(toldOf(kind)).toEqual([]);

it('[TELL5] when time ends a decision, everyone of its seats is told once, as news and with the outcome', async () => {
  newsAtOnce('Ron Tasker');
  const id = await table.opened();
  await table.mailTo(RON);
  for (const name of Object.values(HOLDERS)) await table.act(name, id, taking(table.seatOf(name)));
  nobodyYet('decision_ended');
  table.clock.now += 7 * DAY;
  carryOut(table.context, table.clock.now);
  carryOut(table.context, table.clock.now);
  expect((await table.page(FACILITATOR, id)).line.outcome?.kind).toBe('agreed_by_consensus');
  const told = toldOf('decision_ended');
  expect(told).toContain(table.person('Ron Tasker'));
  expect(new Set(told).size).toBe(told.length);
  const needing = table.db.raw
    .prepare("select count(*) from notice where kind = 'decision_ended' and needs_me = 1")
    .pluck()
    .get();
  expect(needing).toBe(0);
  gathered();
  const mail = await table.mailTo(RON);
  expect(mail.subject).toBe('Decision 1 has ended');
  expect(mail.text).toContain('It was agreed by consensus, in round 1.');
  expect(mail.text).toContain('What was decided: Shared trips run on Tuesdays and Fridays.');
});

it('[TELL5] a decision that is withdrawn is told with its reason, and not to whoever withdrew it', async () => {
  // Whoever withdraws it sits in a seat of it too: it is not the want of a seat that spares them the news.
  table.db.raw
    .prepare("insert into seat_holding (seat_id, member_id, kind) values ('northvale-c1', ?, 'substitute')")
    .run(table.person(FACILITATOR));
  newsAtOnce('Ron Tasker');
  const id = await table.opened();
  await table.mailTo(RON);
  const done = await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'The bus was sold.' });
  expect(done.status).toBe(200);
  const told = toldOf('decision_ended');
  expect(told).toContain(table.person('Priya Nandra'));
  expect(told).not.toContain(table.person(FACILITATOR));
  const said = outcomeSays(table.db, decisionRow(table.db.orm, id) as DecisionRow, endedAt());
  expect(said.more.slice(0, 2)).toEqual(['It was withdrawn.', 'The reason: The bus was sold.']);
  gathered();
  const { text } = await table.mailTo(RON);
  expect(text).toContain('The reason: The bus was sold.');
  // Ron is signed in nowhere, and is led straight to what there is to read, and to nothing more.
  const links = 'select may_comment, may_answer from personal_link where expires_at > ?';
  const reading = table.db.raw.prepare(links).all(table.clock.now + 30 * DAY);
  expect(reading).toEqual([{ may_comment: 0, may_answer: 0 }]);
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  const restricted = outcomeSays(table.db, decisionRow(table.db.orm, id) as DecisionRow, endedAt());
  expect(restricted).toEqual({ more: ['Its page shows what came of it.'] });
});

/** What is no question is mailed at once to who wishes it; what comes in a burst goes together after a while. */
function newsAtOnce(name: string): void {
  const all = { needsMe: 'at_once', rest: 'at_once', quiet: null } as const;
  keepSettings(table.db.orm, table.person(name), all, table.clock.now);
}
function gathered(): void {
  table.clock.now += 3 * 60_000;
  table.context.mail.wake();
}

const endedAt = () =>
  table.db.raw
    .prepare("select json_extract(detail, '$.seq') from notice where kind = 'decision_ended'")
    .pluck()
    .get() as number;

it('[TELL6] who has not answered is told when a round stays open longer, and whoever has is not', async () => {
  const id = await table.opened();
  await table.act('Priya Nandra', id, taking('northvale-c1'));
  const closesAt = table.clock.now + 9 * DAY;
  const done = await table.act(FACILITATOR, id, { kind: 'extend', closesAt, reason: 'Holidays.' });
  expect(done.status).toBe(200);
  const told = toldOf('decision_more_time');
  expect(told).toContain(table.person('Ron Tasker'));
  expect(told).not.toContain(table.person('Priya Nandra'));
});
