import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLOSE, MESSAGE, WIRE_VERSION } from '../../../shared/sync/wire.ts';

const source = readFileSync(new URL('../../../shared/sync/wire.ts', import.meta.url), 'utf8');

/** The wire as code alone: remarks and layout may change freely. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const FROZEN: Readonly<Record<number, string>> = {
  1: 'c56d615841571be3d18c02f18380812767efbcd8fe4aea368bafc86e8a7f5cea',
};

it('[WIRE1] the wire changes only together with its version', () => {
  const hash = createHash('sha256').update(codeOf(source)).digest('hex');
  expect({ [WIRE_VERSION]: hash }).toEqual({ [WIRE_VERSION]: FROZEN[WIRE_VERSION] });
});

it('[WIRE1] a changed name or number changes the hash, a remark does not', () => {
  const hash = (text: string) => createHash('sha256').update(codeOf(text)).digest('hex');
  expect(hash(source.replace('ack: 101', 'ack: 104'))).not.toBe(hash(source));
  expect(hash(`${source}\n// a remark`)).toBe(hash(source));
});

it('[WIRE2] docs/wire.md tells of every message and every final close code', () => {
  const text = readFileSync(new URL('../../../docs/wire.md', import.meta.url), 'utf8');
  for (const type of Object.values(MESSAGE)) expect(text).toMatch(new RegExp(`^\\| ${type} \\|`, 'm'));
  for (const code of Object.values(CLOSE)) expect(text).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});
