import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { Changes } from '../../../server/live/changes.ts';
import { createLog } from '../../../server/log.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { createMailer, type Mailer } from '../../../server/mail/mailer.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import type { NoticeLines } from '../../../server/notifications/lines.ts';
import { notify } from '../../../server/notifications/notify.ts';
import { createPlanner } from '../../../server/notifications/planner.ts';
import { addressRefused } from '../../../server/notifications/refused.ts';
import { keepSettings } from '../../../server/notifications/settingsStore.ts';
import { forgetTrouble, troublesIn } from '../../../server/notifications/troubleStore.ts';
import { leadIn } from '../../../server/takePart/leadIn.ts';
import type { NoticeLine } from '../../../shared/notifications/notice.ts';
import { starting } from '../../ready/programs.ts';
import { until } from '../../until.ts';
import { createWorld, setAddress, WORLD_TIME, type World } from '../../world.ts';
import { type SmtpSink, startSmtp } from '../mail/smtpSink.ts';
import { HandTiming } from '../sync/handTiming.ts';
import { event, LINE } from './event.ts';

const FROM = 'Trialogue <plans@council.example>';
const RON = 'ron@northvale.example';
const MINUTE = 60_000;

let world: World;
let timing: HandTiming;
let logged: string[];
let sink: SmtpSink;
let ron: string;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  world = createWorld();
  timing = new HandTiming();
  logged = [];
  ron = world.person('Ron Tasker');
  setAddress(world.db, ron, RON);
  sink = await smtp();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  world.close();
});

async function smtp(...options: Parameters<typeof startSmtp>): Promise<SmtpSink> {
  const started = await startSmtp(...options);
  stops.push(() => started.stop());
  return started;
}

const now = () => WORLD_TIME + timing.elapsed();

/** A server's mailer and planner, whose clock the test turns. */
function start({
  lines = { told: () => LINE },
  carrier = smtpCarrier({ url: sink.url, from: FROM }),
  replyDomain,
}: {
  readonly lines?: NoticeLines;
  readonly carrier?: Carrier;
  readonly replyDomain?: string;
} = {}): Mailer {
  const log = createLog({ logLevel: 'debug' }, { write: (line) => void logged.push(line) });
  const { db } = world;
  const address = () => 'https://plans.example';
  const mailer = createMailer({
    ...{ db, carrier, now, log, refused: addressRefused },
    after: (milliseconds, work) => timing.after(milliseconds, work),
    plan: createPlanner({ db, lines, log, changes: new Changes(), address, replyDomain, leadIn }),
  });
  stops.push(() => mailer.close());
  return mailer;
}

function happen(more: Parameters<typeof event>[2] = {}): void {
  transact(world.db, (orm) => notify(orm, event(ron, now(), more)));
}

const mails = () => world.db.raw.prepare('select * from mail').all() as Record<string, unknown>[];
const notices = () =>
  world.db.raw.prepare('select * from notice order by id').all() as Record<string, unknown>[];
const received = (count: number) =>
  until(`${count} mails`, () => {
    timing.pass(0);
    return sink.received.length === count && mails().every(({ due_at }) => due_at === null);
  });

/** The plain words of a mail, as its reader sees them. */
const textOf = (raw = '') =>
  Buffer.from(/text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '')
    .toString()
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

const unfolded = (raw = '') => raw.replace(/\r\n[ \t]+/g, ' ');

async function dieAt(step: string): Promise<void> {
  const { path, execArgv } = starting(new URL('./noticeProcess.ts', import.meta.url));
  const child = fork(path, [world.folder, sink.url, String(WORLD_TIME), ron, step], { execArgv });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

for (const [step, sentBefore, sentAfter] of [
  ['happening', 0, 0],
  ['committed', 0, 1],
  ['planning', 0, 1],
  ['queued', 0, 1],
  ['claimed', 0, 1],
  ['handed over', 1, 2],
  ['marked', 1, 1],
] as const)
  it(`[TOLD1] killed when it is ${step}, what happened is told ${sentAfter === 2 ? 'again as the same message' : `${sentAfter} times in all`}`, async () => {
    await dieAt(step);
    expect(sink.received).toHaveLength(sentBefore);
    const mailer = start();
    for (let times = 0; times < 3; times++) {
      mailer.wake();
      timing.pass(2 * MINUTE);
      if (sentAfter > 0) happen();
      await received(sentAfter);
    }
    expect(notices()).toHaveLength(sentAfter > 0 ? 1 : 0);
    expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(Math.min(1, sentAfter));
  });

it('[TOLD3] [TOLD4] many events are one mail in the morning, in plain words, what needs me first', async () => {
  const mailer = start({
    lines: {
      told: (_db, { about, needsMe }) => ({
        title: `${needsMe ? 'Asked' : 'News'} ${about.id}`,
        line: `About ${about.id}.`,
        href: `/x/${about.id}`,
      }),
    },
  });
  for (const [at, thread] of ['a', 'a', 'b', 'a'].entries())
    happen({ eventKey: `n:${at}`, about: { kind: 'thread', id: thread }, needsMe: false });
  mailer.wake();
  timing.pass(5 * MINUTE);
  expect([sink.received.length, mails().length]).toEqual([0, 0]);
  // Eight in the morning in London, in summer.
  timing.pass(Date.parse('2025-04-02T07:00:00Z') - now());
  await received(1);
  const text = textOf(sink.received[0]?.raw);
  expect(unfolded(sink.received[0]?.raw)).toMatch(/^Subject: .*: 2 pieces of news\r$/m);
  expect(text).toContain('About a. (and 2 more like it)');
  expect(text).toContain('https://plans.example/x/b');
  expect(text).toContain('https://plans.example/partnerships/northvale/my-notices');
});

it('[TOLD6] whether someone may know of it is asked when the mail is written, not when it happened', async () => {
  let mayKnow = true;
  const mailer = start({ lines: { told: () => (mayKnow ? LINE : undefined) } });
  happen({ needsMe: false });
  happen({ eventKey: 'event:2', needsMe: false });
  mailer.wake();
  timing.pass(MINUTE);
  mayKnow = false;
  timing.pass(2 * 24 * 60 * MINUTE);
  expect([mails(), notices().map(({ settled_at }) => settled_at !== null)]).toEqual([[], [true, true]]);
});

it('[TOLD6] who has left is told nothing of what happened while they were here', async () => {
  const mailer = start();
  happen();
  world.db.raw.prepare('update member set left_at = 1 where id = ?').run(ron);
  mailer.wake();
  timing.pass(MINUTE);
  expect(mails()).toEqual([]);
});

it('[TOLD7] each mail has a link that ends the news with one click, and says who it is to by address alone', async () => {
  const mailer = start();
  happen();
  mailer.wake();
  await received(1);
  const raw = unfolded(sink.received[0]?.raw);
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/plans\.example\/unsubscribe\/[0-9a-f]{32}>\r$/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(raw).toMatch(/^To: ron@northvale\.example\r$/m);
  expect(raw).not.toContain('Ron Tasker');
  expect(raw).not.toMatch(/^Reply-To:/m);
  expect(textOf(sink.received[0]?.raw)).toContain('reply to this mail: nobody reads what comes back');
});

it('[TOLD8] where mails come in, a mail about one thread can be answered, at an address of its own', async () => {
  const mailer = start({ replyDomain: 'reply.council.example' });
  happen({ about: { kind: 'thread', id: 't1' } });
  mailer.wake();
  await received(1);
  const raw = sink.received[0]?.raw ?? '';
  expect(raw).toMatch(/^Reply-To: reply\+[0-9a-f]{32}@reply\.council\.example\r$/m);
  expect(sink.received[0]?.from).toMatch(/^bounce\+[0-9a-f]{32}@reply\.council\.example$/);
  const text = textOf(raw);
  expect(text.startsWith('--- Please write above this line ---')).toBe(true);
  const secret = /reply\+([0-9a-f]{32})/.exec(raw)?.[1] ?? '?';
  const kept = JSON.stringify([
    world.db.raw.prepare('select * from mail_token').all(),
    mails(),
    notices(),
    logged,
  ]);
  expect(kept).not.toContain(secret);
});

it('[TOLD9] a flood for one person is no more than a day’s maximum of mails, and the rest comes in one', async () => {
  const mailer = start();
  for (let at = 0; at < 60; at++) {
    happen({ eventKey: `n:${at}`, about: { kind: 'decision', id: `d${at}` } });
    mailer.wake();
    await received(Math.min(at + 1, 20));
  }
  timing.pass(24 * 60 * MINUTE);
  await received(21);
  expect(notices().every(({ mail_id }) => mail_id !== null)).toBe(true);
});

it('[TOLD10] an address that is refused for good holds what comes for it, until somebody says to try again', async () => {
  const strict = await smtp({
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}>: no such mailbox`), { responseCode: 550 })),
  });
  const first = start({ carrier: smtpCarrier({ url: strict.url, from: FROM }) });
  happen();
  first.wake();
  timing.pass(0);
  const [trouble] = await until('the trouble to be known', () => {
    const found = troublesIn(world.db.orm, 'northvale');
    return found.length > 0 && found;
  });
  expect(trouble).toMatchObject({ memberId: ron });
  expect(trouble?.problem).toContain('no such mailbox');
  expect(JSON.stringify([trouble, logged])).not.toContain(RON);
  await first.close();
  const mailer = start();
  happen({ eventKey: 'event:2', about: { kind: 'decision', id: 'd2' } });
  mailer.wake();
  timing.pass(60 * MINUTE);
  expect(sink.received).toEqual([]);
  forgetTrouble(world.db.orm, ron);
  mailer.wake();
  await received(1);
  expect(notices().every(({ mail_id }) => mail_id !== null)).toBe(true);
});

it('[TOLD10] a new address is tried without asking, and a refused sender is nobody’s address', async () => {
  const strict = await smtp({
    onMailFrom: (_address, _session, done) =>
      done(Object.assign(new Error('you may not send here'), { responseCode: 550 })),
  });
  const first = start({ carrier: smtpCarrier({ url: strict.url, from: FROM }) });
  happen();
  first.wake();
  timing.pass(0);
  await until(
    'it to be given up',
    () => mails().length > 0 && mails().every(({ due_at }) => due_at === null),
  );
  expect(troublesIn(world.db.orm, 'northvale')).toEqual([]);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</p></body><svg onload=alert(1)>',
  'one\r\nBcc: everyone@northvale.example\r\n\r\ntwo',
  '=?utf-8?q?=0D=0ABcc:_x@y.example?=',
  '\u2028Bcc: x@y.example',
];

it('[TOLD11] whatever people call things, a mail shows it as words, and its head gains no line', async () => {
  keepSettings(world.db.orm, ron, { needsMe: 'at_once', rest: 'at_once', quiet: null }, now());
  let hostile = '';
  const line = (): NoticeLine => ({
    title: hostile,
    line: hostile,
    more: [hostile],
    open: hostile,
    href: '/x',
  });
  const mailer = start({ lines: { told: line } });
  for (const [at, words] of HOSTILE.entries()) {
    hostile = words;
    happen({ eventKey: `one:${at}` });
    mailer.wake();
    await received(2 * at + 1);
    for (const id of ['a', 'b'])
      happen({ eventKey: `many:${at}:${id}`, needsMe: false, about: { kind: 'thread', id } });
    mailer.wake();
    timing.pass(2 * MINUTE);
    await received(2 * at + 2);
  }
  for (const { raw, to } of sink.received) {
    expect(to).toBe(RON);
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    const html = /text\/html[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1]?.replace(/=\r\n/g, '') ?? '';
    expect(html).not.toMatch(/<(?:script|img|svg)/i);
    const tags = html.replace(/=3D/g, '=').match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\son\w+\s*=/i.test(tag))).toEqual([]);
  }
});
