import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { createLog } from '../../../server/log.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { writeLetter } from '../../../server/mail/letter.ts';
import { createMailer, type Mailer } from '../../../server/mail/mailer.ts';
import { outboxCarrier, readOutbox } from '../../../server/mail/outbox.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import { queueMail } from '../../../server/mail/store.ts';
import { starting } from '../../ready/programs.ts';
import { until } from '../../until.ts';
import { createWorld, WORLD_TIME, type World } from '../../world.ts';
import { HandTiming } from '../sync/handTiming.ts';
import { type SmtpSink, startSmtp } from './smtpSink.ts';

const FROM = 'Trialogue <plans@council.example>';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

let world: World;
let timing: HandTiming;
let logged: string[];
const stops: (() => unknown)[] = [];

beforeEach(() => {
  world = createWorld();
  timing = new HandTiming();
  logged = [];
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  world.close();
});

async function smtp(...options: Parameters<typeof startSmtp>): Promise<SmtpSink> {
  const sink = await startSmtp(...options);
  stops.push(() => sink.stop());
  return sink;
}

/** A mailer whose clock the test turns. */
function mailer(carrier: Carrier): Mailer {
  const log = createLog({ logLevel: 'debug' }, { write: (line) => void logged.push(line) });
  const made = createMailer({
    db: world.db,
    carrier,
    now: () => WORLD_TIME + timing.elapsed(),
    after: (milliseconds, work) => timing.after(milliseconds, work),
    log,
  });
  stops.push(() => made.close());
  return made;
}

const over = (sink: SmtpSink) => smtpCarrier({ url: sink.url, from: FROM });

function queue(
  eventKey: string,
  to = 'rosa@northvale.example',
  kind: 'sign_in' | 'invitation' = 'invitation',
) {
  transact(world.db, (orm) =>
    queueMail(orm, { eventKey, kind, to, at: WORLD_TIME + timing.elapsed(), ...LETTER }),
  );
}

const LETTER = writeLetter({
  subject: 'A place at the table',
  paragraphs: ['Hello.'],
  link: { words: 'Look at it', href: 'https://plans.example/invitation#token' },
});

const rows = () =>
  world.db.raw.prepare('select * from mail order by created_at, rowid').all() as Record<string, unknown>[];

/** Turns the clock on, and waits until nothing is on its way. */
async function pass(milliseconds: number, sink: SmtpSink, received: number) {
  timing.pass(milliseconds);
  await until(`${received} mails`, () => sink.received.length === received);
  await settled();
}

const settled = () =>
  until('every mail to be written down', () =>
    rows().every(({ sent_at, problem }) => sent_at !== null || problem !== ''),
  );

/** That many tries have failed, and it is written down. */
const failed = (times: number) =>
  until(
    `failure ${times}`,
    () => logged.filter((line) => line.includes('a mail could not be sent')).length === times,
  );

it('[MAIL1] what is queued is sent after the commit, from the address in the settings', async () => {
  const sink = await smtp();
  const mail = mailer(over(sink));
  queue('invitation:1');
  mail.wake();
  await pass(0, sink, 1);
  const [got] = sink.received;
  expect(got).toMatchObject({ to: 'rosa@northvale.example', from: 'plans@council.example' });
  expect(got?.raw).toContain('Subject: A place at the table');
  expect(got?.raw).toContain('From: Trialogue <plans@council.example>');
  expect(got?.raw).toContain('Auto-Submitted: auto-generated');
  expect(got?.messageId).toMatch(/^<[0-9a-f]{32}@council\.example>$/);
});

it('[MAIL1] what is rolled back is never sent', async () => {
  const sink = await smtp();
  const mail = mailer(over(sink));
  expect(() =>
    transact(world.db, (orm) => {
      queueMail(orm, { eventKey: 'a:1', kind: 'invitation', to: 'a@b.example', at: 1, ...LETTER });
      throw new Error('no');
    }),
  ).toThrow('no');
  queue('invitation:2');
  mail.wake();
  await pass(0, sink, 1);
  expect(rows()).toHaveLength(1);
});

it('[MAIL2] one event is mailed once, however often it is told and the queue is woken', async () => {
  const sink = await smtp();
  const mail = mailer(over(sink));
  queue('invitation:1');
  queue('invitation:1', 'someone-else@northvale.example');
  for (let times = 0; times < 20; times++) {
    mail.wake();
    timing.pass(0);
  }
  await pass(0, sink, 1);
  queue('invitation:1');
  mail.wake();
  timing.pass(60 * MINUTE);
  queue('invitation:2');
  mail.wake();
  await pass(0, sink, 2);
  expect(sink.received.map(({ to }) => to)).toEqual(['rosa@northvale.example', 'rosa@northvale.example']);
});

/** Runs the mailer in a process that dies at this step, and waits until it is dead. */
async function dieAt(step: 'claimed' | 'sent' | 'marked', sink: SmtpSink) {
  const { path, execArgv } = starting(new URL('./mailProcess.ts', import.meta.url));
  const child = fork(path, [world.folder, sink.url, String(WORLD_TIME), step], { execArgv });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

it('[MAIL2] killed before the mail server has it, the mail is sent once, when its lease is over', async () => {
  const sink = await smtp();
  queue('invitation:1');
  await dieAt('claimed', sink);
  const mail = mailer(over(sink));
  mail.wake();
  timing.pass(2 * MINUTE - 1);
  expect(rows()).toMatchObject([{ sent_at: null, tries: 1 }]);
  await pass(1, sink, 1);
  timing.pass(60 * MINUTE);
  expect(sink.received).toHaveLength(1);
});

it('[MAIL2] killed after it was written down, the mail is never sent again', async () => {
  const sink = await smtp();
  queue('invitation:1');
  await dieAt('marked', sink);
  const mail = mailer(over(sink));
  mail.wake();
  timing.pass(60 * MINUTE);
  queue('invitation:2');
  mail.wake();
  await pass(0, sink, 2);
  expect(new Set(sink.received.map(({ messageId }) => messageId)).size).toBe(2);
});

it('[MAIL2] killed between the two, it is sent again as the same message, by which mail programs know it', async () => {
  const sink = await smtp();
  queue('invitation:1');
  await dieAt('sent', sink);
  expect(sink.received).toHaveLength(1);
  const mail = mailer(over(sink));
  mail.wake();
  await pass(2 * MINUTE, sink, 2);
  const [first, again] = sink.received;
  expect(again?.messageId).toBe(first?.messageId);
  expect(/^Date: .*$/m.exec(again?.raw ?? '')?.[0]).toBe(/^Date: .*$/m.exec(first?.raw ?? '')?.[0]);
});

it('[MAIL3] a mail server that is not ready is asked again after growing pauses, and no sooner', async () => {
  let busy = true;
  const asked: number[] = [];
  const sink = await smtp({
    onRcptTo(_address, _session, done) {
      asked.push(timing.elapsed());
      done(
        busy ? Object.assign(new Error('try later, rosa@northvale.example'), { responseCode: 451 }) : null,
      );
    },
  });
  const mail = mailer(over(sink));
  queue('invitation:1');
  mail.wake();
  const pauses = [10 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE, 60 * MINUTE];
  timing.pass(0);
  for (const [at, pause] of pauses.entries()) {
    await until(`try ${at + 1}`, () => asked.length === at + 1);
    await failed(at + 1);
    expect(rows()[0]?.due_at).toBe(WORLD_TIME + timing.elapsed() + pause);
    timing.pass(0);
    timing.pass(pause - 1);
    expect(asked).toHaveLength(at + 1);
    busy = at < pauses.length - 1;
    timing.pass(1);
  }
  await until('the mail', () => sink.received.length === 1);
  await until('it to be marked', () => rows()[0]?.sent_at !== null);
  expect(logged.join()).toContain('try later, (address)');
});

it('[MAIL3] an address that the mail server does not know is given up at once, and named nowhere', async () => {
  const sink = await smtp({
    onRcptTo: ({ address }, _session, done) =>
      done(Object.assign(new Error(`<${address}>: no such mailbox`), { responseCode: 550 })),
  });
  const mail = mailer(over(sink));
  queue('invitation:1');
  mail.wake();
  timing.pass(0);
  const [row] = await until('it to be given up', () => {
    const all = rows();
    return all[0]?.due_at === null && all;
  });
  expect(row).toMatchObject({ sent_at: null, tries: 1, subject: '', text: '', html: '' });
  expect(row?.problem).toContain('no such mailbox');
  expect(row?.problem).not.toContain('rosa');
  expect(logged.join()).toContain('no such mailbox');
  expect(logged.join()).not.toMatch(/rosa|northvale\.example/);
});

it('[MAIL3] a wrong password or no mail server at all is waited out', async () => {
  const strict = await smtp({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) =>
      done(Object.assign(new Error('wrong password'), { responseCode: 535 })),
  });
  const gone = await startSmtp();
  await gone.stop();
  for (const [at, url] of [strict.url.replace('//', '//name:secret@'), gone.url].entries()) {
    const mail = mailer(smtpCarrier({ url, from: FROM }));
    queue(`invitation:${at}`);
    mail.wake();
    timing.pass(0);
    await until('a try that failed', () => rows()[at]?.problem !== '');
    expect(rows()[at]).toMatchObject({ due_at: WORLD_TIME + 10 * SECOND });
    await mail.close();
  }
  expect(logged.join()).not.toContain('secret');
});

it('[MAIL3] a mail to sign in is not tried for longer than it works', async () => {
  const sink = await smtp({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
  });
  const mail = mailer(over(sink));
  queue('sign_in:1', 'rosa@northvale.example', 'sign_in');
  mail.wake();
  timing.pass(0);
  for (const [at, pause] of [10 * SECOND, 30 * SECOND, 2 * MINUTE].entries()) {
    await failed(at + 1);
    timing.pass(0);
    timing.pass(pause);
  }
  await failed(4);
  timing.pass(0);
  timing.pass(10 * MINUTE);
  expect(rows()[0]).toMatchObject({ due_at: null, sent_at: null, text: '', tries: 4 });
});

it('[MAIL4] once a mail is away, its words and its address are nowhere in the database', async () => {
  const sink = await smtp();
  const mail = mailer(over(sink));
  queue('invitation:1');
  mail.wake();
  await pass(0, sink, 1);
  expect(rows()).toMatchObject([{ to_address: '', subject: '', text: '', html: '', due_at: null }]);
  world.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = readFileSync(join(world.folder, 'trialogue.db'));
  for (const words of ['rosa@northvale.example', 'invitation#token'])
    expect(bytes.includes(words)).toBe(false);
});

it('[MAIL4] what is long over is forgotten', async () => {
  const sink = await smtp();
  const mail = mailer(over(sink));
  queue('invitation:1');
  mail.wake();
  await pass(0, sink, 1);
  timing.pass(31 * 24 * 60 * MINUTE);
  mail.wake();
  timing.pass(0);
  expect(rows()).toEqual([]);
});

it('[MAIL5] someone who waits to sign in waits behind no pile of invitations, and no slow one holds up the rest', async () => {
  const order: string[] = [];
  let letGo = () => {};
  const slow = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const mail = mailer({
    async carry({ to, kind }) {
      order.push(kind);
      if (to === 'slow@northvale.example') await slow;
      return { kind: 'sent' };
    },
    close() {},
  });
  queue('invitation:slow', 'slow@northvale.example');
  for (let at = 0; at < 20; at++) queue(`invitation:${at}`);
  queue('sign_in:1', 'rosa@northvale.example', 'sign_in');
  mail.wake();
  timing.pass(0);
  await until('all but the slow one', () => {
    timing.pass(0);
    return rows().filter(({ sent_at }) => sent_at !== null).length === 21;
  });
  expect(order[0]).toBe('sign_in');
  letGo();
  await until('the slow one', () => rows().every(({ sent_at }) => sent_at !== null));
});

it.skipIf(process.platform !== 'linux')(
  '[MAIL6] to another machine nothing goes unencrypted, unless the settings say so',
  async () => {
    // To Linux 127.0.0.2 is this machine too; to us it is another.
    const sink = await startSmtp({}, '127.0.0.2');
    stops.push(() => sink.stop());
    const mail = mailer(over(sink));
    queue('invitation:1');
    mail.wake();
    timing.pass(0);
    await until('a try that failed', () => rows()[0]?.problem !== '');
    expect(sink.received).toEqual([]);
    await mail.close();
    mailer(smtpCarrier({ url: `${sink.url}?requireTLS=false`, from: FROM })).wake();
    timing.pass(10 * SECOND);
    await until('the mail', () => sink.received.length === 1);
  },
);

it('[MAIL7] without a mail server a mail is a file that only the server’s account can read, once', async () => {
  const folder = join(world.folder, 'outbox');
  const carrier = outboxCarrier(folder, world.db.sealing);
  const mail = mailer(carrier);
  queue('invitation:1');
  mail.wake();
  timing.pass(0);
  await settled();
  const [name = ''] = readdirSync(folder);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const [found] = readOutbox(folder, world.db.sealing);
  expect(found).toMatchObject({ to: 'rosa@northvale.example', subject: LETTER.subject, text: LETTER.text });
  const again = { ...LETTER, id: found?.id ?? '', kind: 'invitation' as const, to: 'x@y.example' };
  await carrier.carry({ ...again, createdAt: WORLD_TIME });
  expect(readOutbox(folder, world.db.sealing)).toHaveLength(1);
  for (let at = 1; at <= 205; at++)
    await carrier.carry({ ...again, id: `m${at}`, createdAt: WORLD_TIME + at });
  expect(readOutbox(folder, world.db.sealing)).toHaveLength(200);
  expect(readOutbox(folder, world.db.sealing)[0]?.id).toBe('m205');
});
