import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NoKey } from '../../../../db/serverKey.ts';
import { nameSeal } from '../../../../server/partnerships/nameSeal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-seal-'));
  file = join(folder, 'keys', 'pseudonym.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('[PRIV6] a sealed name opens with its key and its member, and tells nothing, not even its length', () => {
  const seal = nameSeal(file);
  const [one, again] = [seal.seal('m1', 'Jane Doe', true), seal.seal('m1', 'Jane Doe', false)];
  expect(one.equals(again)).toBe(false);
  expect(one.includes('Jane')).toBe(false);
  expect(seal.seal('m1', 'Zoë van der Wielen-Bartholomew', false)).toHaveLength(one.length);
  expect(nameSeal(file).open('m1', one)).toBe('Jane Doe');
  expect(() => seal.open('m2', one)).toThrow(NoKey);
  const changed = Buffer.from(one);
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(() => seal.open('m1', changed)).toThrow(NoKey);
});

it('[PRIV6] the key is in a file of its own that only its owner can read', () => {
  nameSeal(file).seal('m1', 'Jane Doe', true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
});

it('[PRIV6] a key that is lost is never quietly replaced, and a wrong one opens nothing', () => {
  const sealed = nameSeal(file).seal('m1', 'Jane Doe', true);
  rmSync(file);
  expect(() => nameSeal(file).open('m1', sealed)).toThrow(NoKey);
  expect(() => nameSeal(file).seal('m2', 'Ron Tasker', false)).toThrow(NoKey);
  writeFileSync(file, `${'0'.repeat(64)}\n`);
  expect(() => nameSeal(file).open('m1', sealed)).toThrow(NoKey);
  writeFileSync(file, 'not a key');
  expect(() => nameSeal(file).open('m1', sealed)).toThrow(NoKey);
});
