import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headCode } from '../../../shared/ledger/head.ts';
import { receiptCode } from '../../../shared/ledger/receipt.ts';
import { play } from '../../unit/shared/decisions/northvale.ts';
import { chronicle } from '../../unit/shared/ledger/chronicle.ts';
import { bytesOf, fileOf, headOf, keyOf } from '../../unit/shared/ledger/recordFile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const book = chronicle();
const KEY = keyOf(1);
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  play('D4', book.told);
  const bytes = bytesOf(fileOf(book, KEY));
  writeFileSync(at('good.record.json'), bytes);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
  writeFileSync(at('bad.record.json'), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as people give it, in a folder with nothing in it and a data folder that is not there. */
function verify(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'server/verify.mjs'), ...given],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TRIALOGUE_DATA: at('nowhere') },
    },
  );
  return { status, said: stdout + stderr };
}

const line = () => book.linked[6] as (typeof book.linked)[number];
const mail = () =>
  `Please keep this.\n\n> ${headCode('p', headOf(line(), KEY)).replace(/.{70}/g, '$&\n> ')}\n\nHow to check:`;

it('[VERIFY3] a record that holds: everything is told in words, and it ends with 0', () => {
  writeFileSync(at('mail.txt'), mail());
  const receipt = receiptCode({ seq: line().line.seq, hash: line().hash });
  const { status, said } = verify(at('good.record.json'), '--receipt', receipt, '--head', at('mail.txt'));
  expect(said).toContain('Everything that could be checked is right.');
  expect(said).toContain('Your mail about line 7 fits');
  expect(said).toContain('Your receipt fits');
  expect(said).toContain('Passed by a fallback step');
  expect(said).toContain('So it passes.');
  expect(status).toBe(0);
});

it('[VERIFY3] a record that does not hold, or does not fit what was kept, ends with 1', () => {
  expect(verify(at('bad.record.json'))).toMatchObject({ status: 1 });
  const other = receiptCode({ seq: 7, hash: 'b'.repeat(64) });
  const { status, said } = verify(at('good.record.json'), '--receipt', other);
  expect(said).toContain('does not fit. This ledger was rewritten.');
  expect(status).toBe(1);
});

it('[VERIFY3] without a file to check it says how it is used, and ends with 2', () => {
  for (const given of [[], [at('no-such-file')], [at('good.record.json'), 'another'], ['--colour']]) {
    const { status, said } = verify(...given);
    expect(said).toContain('npm run verify -- record.json');
    expect(status).toBe(2);
  }
});
