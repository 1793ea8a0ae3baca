import { afterEach, beforeEach, expect, it } from 'vitest';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import { keepSettings } from '../../../server/notifications/settingsStore.ts';
import { READING_MS } from '../../../shared/notifications/notice.ts';
import { plain } from '../../journeys/realMail.ts';
import { until } from '../../until.ts';
import { setAddress } from '../../world.ts';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { type SmtpSink, startSmtp } from '../mail/smtpSink.ts';
import { open, send } from './visitor.ts';

const [PRIYA, RON, SEAT] = ['Priya Nandra', 'Ron Tasker', 'northvale-g1'] as const;
const [PRIYAS, RONS] = ['priya@northvale.example', 'ron@volunteers.example'] as const;
const LINK = /\/p\/[\w-]{43}/g;
const ALWAYS = { needsMe: 'at_once', rest: 'at_once', quiet: null } as const;

let smtp: SmtpSink;
let table: Table;
beforeEach(async () => {
  smtp = await startSmtp();
  table = await startTable({}, smtpCarrier({ url: smtp.url, from: 'plans@northvale.example' }));
  setAddress(table.db, table.person(RON), RONS);
  keepSettings(table.db.orm, table.person(RON), ALWAYS, table.clock.now);
});
afterEach(async () => {
  await table.stop();
  await smtp.stop();
});

const mails = (to: string = RONS) =>
  smtp.received.filter((mail) => mail.to === to).map(({ raw }) => plain(raw));
const mail = (words: RegExp, to?: string) =>
  until(`a mail that says ${words}`, () => mails(to).find((text) => words.test(text)));
const linksIn = (text: string) => [...new Set(text.match(LINK))];
const rows = () =>
  table.db.raw
    .prepare('select id, member_id, seat_id, may_comment, may_answer, expires_at from personal_link')
    .all() as Record<string, unknown>[];
/** What comes in a burst goes together after a while. */
function gathered(): void {
  table.clock.now += 3 * 60_000;
  table.context.mail.wake();
}
/** Nothing is mailed until this is taken back. */
function holdMails(): () => void {
  keepSettings(table.db.orm, table.person(RON), { ...ALWAYS, quiet: { from: 0, to: 1439 } }, table.clock.now);
  return () => {
    keepSettings(table.db.orm, table.person(RON), ALWAYS, table.clock.now);
    gathered();
  };
}

it('[BYLINK21] a round’s own mail leads whoever is signed in nowhere straight to the question, and they answer', async () => {
  setAddress(table.db, table.person(PRIYA), PRIYAS);
  await table.as(PRIYA, 'GET', '/api/me');
  const id = await table.opened();
  const asked = await mail(/your answer is asked for|You can say where/);
  const [path = ''] = linksIn(asked);
  expect(linksIn(asked)).toHaveLength(1);
  expect(asked).not.toContain(`${table.url}/decisions/`);
  expect(asked).toContain(`as ${RON}`);
  const page = await open(table, path);
  expect(page.text).toContain('You are answering for Skelby Good Neighbours, as Ron Tasker.');
  const done = await send(table, `${path}/answer`, { ...page.form('answer'), choice: 'agree' });
  expect(done.text).toContain('Your answer is recorded');
  const [round] = (await table.page(FACILITATOR, id)).rounds;
  expect(round?.positions).toMatchObject([{ given: { seat: SEAT } }]);
  expect(rows()).toMatchObject([
    { member_id: table.person(RON), seat_id: SEAT, may_answer: 1, expires_at: round?.closesAt },
  ]);
  // Whoever has a sign-in is led to the page, and no link is made.
  const priya = await mail(/You can say where/, PRIYAS);
  expect(priya).toContain(`${table.url}/decisions/${id}`);
  expect(priya).not.toMatch(LINK);
});

it('[BYLINK21] nothing that is asked of people leads them to a sign-in: each mail of a round has a way in', async () => {
  const id = await table.opened();
  await mail(/You can say where/);
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, {
    ...{ role: 'amendment', basedOn: '', text: 'Other words.' },
  });
  const amend = { kind: 'amend', hash: json.hash, change: 'Better.', ifFrozen: 'move_closing' } as const;
  expect((await table.act(FACILITATOR, id, amend)).status).toBe(200);
  const amended = await mail(/every answer has to be given again/);
  const through = { channel: 'paper', witness: table.person(PRIYA), reference: 'A7' } as const;
  const entered = await table.act('Ravi Sen', id, {
    ...{ kind: 'take_position', seat: SEAT, position: { choice: 'agree' }, through },
  });
  expect(entered.json).not.toHaveProperty('error');
  const mailed = [amended, await mail(/wrote down an answer of your seat/)];
  for (const text of mailed) {
    const [path = ''] = linksIn(text);
    const page = await open(table, path);
    expect(page.text).toContain('You are answering for Skelby Good Neighbours');
    expect(page.html).toContain('/answer"');
  }
  expect(new Set(mailed.flatMap(linksIn)).size).toBe(2);
});

it('[BYLINK22] whatever one mail tells of one decision leads by one link, for as long and as much as all of it', async () => {
  const release = holdMails();
  const id = await table.opened();
  const closesAt = (await table.page(FACILITATOR, id)).rounds[0]?.closesAt ?? 0;
  const asking = await table.as(FACILITATOR, 'POST', `/api/decisions/${id}/askings`, {
    ...{ requestId: 'the-asking', rung: 'inform', seatIds: [SEAT], memberIds: [], minutes: 5 },
    ...{ closesAt: closesAt - 3 * DAY, difference: 'None.', background: '', stillOpen: false },
  });
  expect(asking.status).toBe(201);
  release();
  const both = await mail(/what needs you/i);
  expect(both.match(LINK)).toHaveLength(2);
  expect(linksIn(both)).toHaveLength(1);
  expect(rows()).toMatchObject([{ may_comment: 1, may_answer: 1, expires_at: closesAt }]);
});

it('[BYLINK22] what goes out again has no second link: the one of the mail that did not arrive opens nothing', async () => {
  await table.opened();
  const first = linksIn(await mail(/You can say where/));
  const again = async () => {
    const before = mails().length;
    table.db.raw.prepare('update notice set settled_at = null, mail_id = null').run();
    table.clock.now += 1000;
    table.context.mail.wake();
    return until('the mail to go out again', () => mails()[before]);
  };
  const second = linksIn(await again());
  expect(second).not.toEqual(first);
  expect(rows()).toHaveLength(1);
  expect([(await open(table, `${first}`)).status, (await open(table, `${second}`)).status]).toEqual([
    404, 200,
  ]);
  const taken = `/api/partnerships/northvale/links/${rows()[0]?.id}/revocation`;
  expect((await table.as(FACILITATOR, 'POST', taken, {})).status).toBe(200);
  // Whoever took it back did not mean that the next mail brings another.
  expect(await again()).not.toMatch(LINK);
  expect((await open(table, `${second}`)).text).toContain('taken back');
});

it('[BYLINK22] a mail’s link is in the list, has no code that could be guessed, and is kept as a hash alone', async () => {
  await table.opened();
  const [path = ''] = linksIn(await mail(/You can say where/));
  const list = async (name: string) =>
    (await table.as(name, 'GET', '/api/partnerships/northvale/links')).json.links;
  expect(await list(FACILITATOR)).toMatchObject([
    { person: RON, byMail: true, answer: true, state: 'works' },
  ]);
  expect(await list(PRIYA)).toEqual([]);
  const kept = JSON.stringify(table.db.raw.prepare('select * from personal_link').all());
  expect(kept).not.toContain(path.slice(3));
  expect(table.db.raw.prepare('select locked_token from personal_link').pluck().all()).toEqual(['']);
  expect(table.logged.join('\n')).not.toContain(path.slice(3));
  table.clock.now += 8 * DAY;
  expect(await list(FACILITATOR)).toEqual([]);
});

it('[BYLINK23] an answer to one’s comment is read behind the link of the mail that tells of it, and nobody else’s thread', async () => {
  const plan = await table.addDocument('the-plan');
  const say = async (name: string, words: string, path: string) => {
    const said = await table.as(name, 'POST', path, {
      requestId: `request-${words.length}-${name.length}`,
      words,
    });
    expect(said.json).not.toHaveProperty('error');
    return said.json.threadId ?? said.json.thread?.id ?? said.json.id;
  };
  await say(PRIYA, 'Between us officers.', `/api/documents/${plan}/threads`);
  await say(RON, 'The stop is too far.', `/api/documents/${plan}/threads`);
  table.db.raw
    .prepare('delete from sign_in where account_id = (select account_id from member where id = ?)')
    .run(table.person(RON));
  const { threads } = (await table.as(FACILITATOR, 'GET', `/api/documents/${plan}/threads`)).json;
  const thread = threads.find(({ comments }: { comments: { words: string }[] }) =>
    comments[0]?.words.includes('stop'),
  );
  await say(PRIYA, 'How far would do?', `/api/threads/${thread.id}/comments`);
  const at = table.clock.now;
  gathered();
  const told = await mail(/answered where you wrote a comment/);
  const [path = ''] = linksIn(told);
  expect(told).toContain(`${path}#said`);
  const page = await open(table, path);
  expect(page.text).toContain('How far would do?');
  expect(page.text).not.toContain('Between us officers.');
  expect(rows()).toMatchObject([{ seat_id: SEAT, may_answer: 0, expires_at: at + READING_MS }]);
  // Hidden since: the page says no more than that.
  const { comments } = (await table.as(FACILITATOR, 'GET', `/api/documents/${plan}/threads`)).json.threads.at(
    -1,
  );
  await table.as(FACILITATOR, 'POST', `/api/comments/${comments.at(-1).id}/hiding`, {
    hide: true,
    reason: 'Rude.',
  });
  expect((await open(table, path)).text).not.toContain('How far would do?');
});

it('[BYLINK23] in a hidden round, what others said where one is mentioned is neither told nor behind one’s link before it closes', async () => {
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  const [path = ''] = linksIn(await mail(/You can say where/));
  const words = `Are you against it, @[Ron](member:${table.person(RON)})?`;
  const said = await table.as(PRIYA, 'POST', `/api/decisions/${id}/threads`, {
    requestId: 'request-hidden',
    words,
  });
  expect(said.status).toBe(201);
  gathered();
  expect((await open(table, path)).text).not.toContain('Are you against it');
  expect(mails()).toHaveLength(1);
  const shown = await table.opened();
  await table.as(PRIYA, 'POST', `/api/decisions/${shown}/threads`, { requestId: 'request-shown', words });
  gathered();
  const mentioned = await mail(/mentions you/);
  expect((await open(table, `${linksIn(mentioned)}`)).text).toContain('Are you against it, Ron Tasker?');
});

it('[BYLINK23] what came of an asking is read by a link that does nothing else', async () => {
  const plan = await table.addDocument('the-plan');
  const { json } = await table.as(FACILITATOR, 'POST', `/api/documents/${plan}/askings`, {
    ...{ requestId: 'the-asking', rung: 'consult', seatIds: [SEAT], memberIds: [], minutes: 10 },
    ...{
      closesAt: table.clock.now + 10 * DAY,
      background: 'One bus.',
      stillOpen: true,
      difference: 'The stop.',
    },
  });
  const asked = linksIn(await mail(/The stop\./));
  const page = await open(table, `${asked}`);
  await send(table, `${asked}/comment`, { ...page.form('comment'), words: 'Mill Lane floods.' });
  table.clock.now += 10 * DAY + 1;
  const outcome = {
    summary: 'It moves.',
    points: [{ said: 'Floods.', did: 'done', what: 'Moved.', why: '' }],
  };
  await table.as(FACILITATOR, 'POST', `/api/askings/${json.askings[0].id}/outcome`, outcome);
  gathered();
  const [path = ''] = linksIn(await mail(/It moves\./));
  const after = await open(table, path);
  expect(after.status).toBe(200);
  expect(after.text).toContain('Mill Lane floods.');
  expect(after.html).not.toContain('<form');
});

it('[BYLINK24] a link is made only where it shows something: not to a document under procurement, nor past a seat’s own right', async () => {
  const plan = await table.addDocument('the-plan');
  table.db.raw.prepare("update document set sensitivity = 'procurement' where id = ?").run(plan);
  await table.as(FACILITATOR, 'POST', `/api/documents/${plan}/askings`, {
    ...{ requestId: 'the-asking', rung: 'inform', seatIds: [SEAT], memberIds: [], minutes: 10 },
    ...{ closesAt: table.clock.now + 10 * DAY, background: '', stillOpen: false, difference: 'None.' },
  });
  gathered();
  expect(await mail(/Open|open/)).toContain(`${table.url}/documents/${plan}`);
  expect(rows()).toEqual([]);
  // Of what few may know the mail of one who may says nothing, and leads there all the same.
  const release = holdMails();
  const id = await table.opened();
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  release();
  const told = await mail(/It is about decision \d+/);
  expect(told).not.toContain('shared trips');
  expect((await open(table, `${linksIn(told)}`)).text).toContain('Shall we start the shared trips?');
});
