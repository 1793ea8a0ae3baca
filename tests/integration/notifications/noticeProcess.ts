import { join } from 'node:path';
import { pino } from 'pino';
import { openDb } from '../../../db/open.ts';
import { transact } from '../../../db/transact.ts';
import { Changes } from '../../../server/live/changes.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';
import { notify } from '../../../server/notifications/notify.ts';
import { createPlanner } from '../../../server/notifications/planner.ts';
import { event, LINE } from './event.ts';

/** Tells of one event in a process of its own, which dies at the step that it is told. */
const [folder = '', url = '', time = '0', memberId = '', step = ''] = process.argv.slice(2);

const die = () => process.kill(process.pid, 'SIGKILL');
const dieAt = (here: string) => {
  if (step === here) die();
};
const db = openDb(join(folder, 'trialogue.db'));
const now = () => Number(time);
const log = pino({ level: 'silent' });
const planner = createPlanner({
  ...{ db, log, changes: new Changes(), address: () => 'https://plans.example', replyDomain: undefined },
  ...{ leadIn: () => [] },
  lines: {
    told: () => {
      dieAt('planning');
      return LINE;
    },
  },
});
const inner = smtpCarrier({ url, from: 'plans@council.example' });
const carrier: Carrier = {
  async carry(mail) {
    dieAt('claimed');
    const carried = await inner.carry(mail);
    dieAt('handed over');
    setImmediate(die);
    return carried;
  },
  close: () => inner.close(),
};
transact(db, (orm) => {
  notify(orm, event(memberId, now()));
  dieAt('happening');
});
dieAt('committed');
createMailer({
  ...{ db, carrier, now, log },
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  plan: (at) => {
    const next = planner(at);
    dieAt('queued');
    return next;
  },
}).wake();
