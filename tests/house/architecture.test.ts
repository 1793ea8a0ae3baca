import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FEATURES, ruleGaps, violations } from './guard.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('[HOUSE1] every import keeps to the layers, the features and the homes of packages', () => {
  expect(violations(root)).toEqual([]);
});

it('[HOUSE1] features stand in an order: each uses only what stands before it', () => {
  const order = Object.keys(FEATURES);
  const upward = Object.entries(FEATURES).flatMap(([feature, uses], index) =>
    uses.filter((each) => order.indexOf(each) >= index).map((each) => `${feature} uses ${each}`),
  );
  expect(upward).toEqual([]);
});

it('[HOUSE1] the guard sees each kind of violation', () => {
  const seeded: Record<string, string> = {
    'shared/a.ts': "import { z } from 'zod';\nimport fs from 'node:fs';\nexport const t = Date.now();\n",
    'shared/b.ts': "import '../server/c.ts';\n",
    'server/c.ts': "import Database from 'better-sqlite3';\nexport const p = process.env.PORT;\n",
    'server/people/d.ts': "import { e } from '../documents/e.ts';\n",
    'server/documents/e.ts': "import { nothing } from './missing.ts';\nexport const e = 1;\n",
    'client/f.ts': "import { x } from '../db/open.ts';\n",
  };
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  for (const [file, text] of Object.entries(seeded)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  expect(violations(folder).sort()).toEqual([
    'client/f.ts: client/ may not import db/',
    'server/c.ts: better-sqlite3 has another home',
    'server/c.ts: only server/config.ts reads the environment',
    'server/documents/e.ts: cannot find ./missing.ts (write the extension)',
    'server/people/d.ts: people may not use documents',
    'shared/a.ts: shared/ may not use node:fs',
    'shared/a.ts: the clock and ids are passed in',
    'shared/b.ts: shared/ may not import server/',
  ]);
});

it('[HOUSE2] every rule has a test that cites it, and every citation a rule', () => {
  const tests = readdirSync(join(root, 'tests'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, 'tests', file), 'utf8'));
  const rules = readFileSync(join(root, 'tests/RULES.md'), 'utf8');
  expect(ruleGaps(rules, tests)).toEqual({ untested: [], unknown: [] });
  expect(ruleGaps('- **A1** one\n', [`it('[${'B2'}] two'`])).toEqual({
    untested: ['A1'],
    unknown: ['B2'],
  });
});
