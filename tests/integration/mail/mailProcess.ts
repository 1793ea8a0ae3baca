import { join } from 'node:path';
import { pino } from 'pino';
import { openDb } from '../../../db/open.ts';
import type { Carrier } from '../../../server/mail/carrier.ts';
import { createMailer } from '../../../server/mail/mailer.ts';
import { smtpCarrier } from '../../../server/mail/smtp.ts';

/** A mailer in a process of its own, which dies at the step that it is told: the folder, the mail server, the time, the step. */
const [folder = '', url = '', time = '0', step = ''] = process.argv.slice(2);

const die = () => process.kill(process.pid, 'SIGKILL');
const inner = smtpCarrier({ url, from: 'plans@council.example' });
const carrier: Carrier = {
  async carry(mail) {
    if (step === 'claimed') die();
    const carried = await inner.carry(mail);
    if (step === 'sent') die();
    setImmediate(die);
    return carried;
  },
  close: () => inner.close(),
};
createMailer({
  db: openDb(join(folder, 'trialogue.db')),
  carrier,
  now: () => Number(time),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  log: pino({ level: 'silent' }),
}).wake();
