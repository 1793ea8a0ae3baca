import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signWaiting } from '../../../server/ledger/heads.ts';
import { outboxFolder, readOutbox } from '../../../server/mail/outbox.ts';
import { readHeadCode } from '../../../shared/ledger/head.ts';
import { verified } from '../../unit/shared/ledger/recordFile.ts';
import { until } from '../../until.ts';
import { setAddress } from '../../world.ts';
import { DAY, FACILITATOR, HOLDERS, startTable, type Table, taking } from '../decisions/table.ts';
import { rewriteAll } from './rewrite.ts';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const LEDGER = '/api/partnerships/northvale/ledger';
const CODE = /^trialogue-head-1\S+$/gm;

const heads = () =>
  table.db.raw.prepare('select * from ledger_head order by seq').all() as Record<string, string | number>[];
/** Mails of this kind, from the queue or after they were sent: which events, for whom. */
const events = () =>
  table.db.raw.prepare("select event_key from mail where kind = 'ledger_head'").pluck().all() as string[];

/** Gives somebody of the cast an address. */
function address(name: string): string {
  const email = `${name.toLowerCase().replace(/\W/g, '')}@northvale.example`;
  setAddress(table.db, table.person(name), email);
  return email;
}

/** The mail to keep that somebody got: others come beside it. */
const ledgerMail = (to: string) =>
  until(`a mail to keep for ${to}`, () =>
    readOutbox(outboxFolder({ dataFolder: table.folder }), table.db.sealing).find(
      (mail) => mail.to === to && mail.subject.startsWith('Please keep'),
    ),
  );

const sign = () => signWaiting(table.context);
const DAILY = /^ledger_head:\d+:/;
const daily = () => events().filter((event) => DAILY.test(event));

async function ended(rule = {}): Promise<string> {
  const id = await table.opened(rule);
  for (const [seat, name] of Object.entries(HOLDERS)) await table.act(name, id, taking(seat));
  table.clock.now += 7 * DAY;
  await table.page(FACILITATOR, id);
  return id;
}

async function ledger(kept: readonly string[]) {
  const cookie = await table.cookieOf(table.person(FACILITATOR));
  const answer = await fetch(`${table.url}${LEDGER}`, { headers: { cookie } });
  return verified(new Uint8Array(await answer.arrayBuffer()), kept);
}

it('[DEC39] at a closing the chain is signed once, and the people of every seat get the line to keep', async () => {
  const [holder, substitute] = ['Ron Tasker', 'Nasreen Begum'].map(address) as [string, string];
  address(FACILITATOR);
  await ended();
  sign();
  sign();
  expect(heads()).toHaveLength(1);
  expect(events().filter((event) => !DAILY.test(event))).toHaveLength(2);
  const mail = await ledgerMail(holder);
  expect(mail.text).toContain('Something closed in decision 1.');
  expect(mail.text).not.toContain('shared trips');
  const [code] = mail.text.match(CODE) ?? [];
  const [head] = heads();
  expect(readHeadCode(code ?? '')).toMatchObject({
    seq: head?.seq,
    hash: head?.hash,
    partnership: 'northvale',
  });
  expect((await ledgerMail(substitute)).text).toContain(code);
  const { verdict, findings } = await ledger([code ?? '']);
  expect(verdict).toBe('holds');
  expect(findings.find(({ check }) => check === 'kept')).toMatchObject({ weight: 'holds' });
});

it('[DEC39] a ledger that is rewritten in the database, with its heads made anew, is found by one mail that was kept', async () => {
  const holder = address('Ron Tasker');
  await ended();
  sign();
  const [code] = (await ledgerMail(holder)).text.match(CODE) ?? [];
  const { raw } = table.db;
  // What only somebody with the whole disk can do: the triggers go, a line changes, every hash and head is made anew.
  for (const name of ['changed', 'deleted']) raw.exec(`drop trigger ledger_entry_is_not_${name}`);

  rewriteAll(raw, 'northvale');
  raw.exec('delete from ledger_head');
  sign();
  expect((await ledger([])).verdict).toBe('holds');
  const { verdict, findings } = await ledger([code ?? '']);
  expect(verdict).toBe('broken');
  expect(findings.filter(({ weight }) => weight === 'broken').map(({ check }) => check)).toEqual(['kept']);
});

it('[LEDGER7] what grew without a closing is signed after midnight, with one mail for each person and day', async () => {
  address('Ron Tasker');
  await table.opened();
  sign();
  expect(heads()).toEqual([]);
  table.clock.now += DAY;
  sign();
  sign();
  expect(heads()).toHaveLength(1);
  expect(daily()).toHaveLength(1);
  table.clock.now += DAY;
  sign();
  expect(heads()).toHaveLength(1);
});

it('[LEDGER7] a closing that nobody signed, because the server was killed, is signed when it is back', async () => {
  address('Ron Tasker');
  await ended();
  expect(heads()).toEqual([]);
  table.clock.now += 3 * DAY;
  sign();
  expect(heads()).toHaveLength(1);
  expect(events().filter((event) => !DAILY.test(event))).toHaveLength(1);
});

it('[DEC22] while a round is hidden, what is signed ends where it opened; when it closes, all of it is signed', async () => {
  address('Ron Tasker');
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  table.clock.now += DAY;
  sign();
  const [before] = heads();
  const other = await table.opened();
  for (const [seat, name] of Object.entries(HOLDERS)) await table.act(name, id, taking(seat));
  table.clock.now += DAY;
  sign();
  expect(heads()).toEqual([before]);
  expect(daily()).toHaveLength(1);
  table.clock.now += 6 * DAY;
  await table.page(FACILITATOR, id);
  await table.page(FACILITATOR, other);
  sign();
  expect(heads()).toHaveLength(2);
});

it('[LEDGER7] the mail about a restricted decision does not say which', async () => {
  const holder = address('Ron Tasker');
  const id = await ended();
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  sign();
  const { text } = await ledgerMail(holder);
  expect(text).toContain('Something closed.');
  expect(text).not.toMatch(/decision \d/);
});

it('[LEDGER8] the key is made once, for this account alone, outside the database, and never anew', async () => {
  const { ledgerKey } = table.context.config;
  await ended();
  expect(existsSync(ledgerKey)).toBe(false);
  sign();
  expect(statSync(ledgerKey).mode & 0o777).toBe(0o600);
  const pem = readFileSync(ledgerKey, 'utf8');
  const secret = pem.split('\n')[1] as string;
  expect(readFileSync(`${table.folder}/trialogue.db`).includes(secret)).toBe(false);
  rmSync(ledgerKey);
  await ended();
  sign();
  expect(heads()).toHaveLength(1);
  expect(existsSync(ledgerKey)).toBe(false);
  expect(table.logged.join()).toContain('its key is not there');
  const { findings } = await ledger([]);
  expect(findings.find(({ check }) => check === 'seal')).toMatchObject({ weight: 'note' });
  writeFileSync(ledgerKey, pem, { mode: 0o600 });
  sign();
  expect(heads()).toHaveLength(2);
});

it('[LEDGER8] another key put in its place is told by the verifier; a key of another kind is no key', async () => {
  const { ledgerKey } = table.context.config;
  await ended();
  sign();
  const pem = (kind: 'ed25519' | 'x25519') =>
    String(
      (kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')).privateKey.export(
        {
          format: 'pem',
          type: 'pkcs8',
        },
      ),
    );
  await ended();
  writeFileSync(ledgerKey, pem('x25519'));
  sign();
  expect(heads()).toHaveLength(1);
  writeFileSync(ledgerKey, pem('ed25519'));
  sign();
  expect(heads()).toHaveLength(2);
  const { findings } = await ledger([]);
  expect(findings.map(({ says }) => says).join()).toContain('2 different keys');
});
