import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { createLog } from '../../../server/log.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { writeLetter } from '../../../server/mail/letter.ts';
import { createMailer, type Mailer } from '../../../server/mail/mailer.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import { queueMail } from '../../../server/mail/store.ts';
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
