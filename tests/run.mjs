// `npm test`: installs what is missing, builds the client, then runs every test that a change must pass.
// `npm run test:long` runs the same suites with their long counts, and looks at pages in more ways.
// Words after `--` go to vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../server/build.mjs';
import { install } from '../server/install.mjs';
import { ensureBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = `${root}.build/tests`;
const long = process.argv.includes('--long');
const rest = process.argv.slice(2).filter((word) => word !== '--long');

install();
const browser = ensureBrowser();
if (!browser) {
  console.error(
    'The browser tests need Chromium, and none could be installed here. Install it yourself, ' +
      'or say where it is with CHROMIUM=/path/to/chromium, and run this again.',
  );
  process.exit(1);
}

/** What failed in a stage, each with its file and the first lines of why. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(root, '');
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0) return status === 'failed' ? [`${file}\n${firstLines(message)}`] : [];
    return tests.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${firstLines(failureMessages[0])}`,
    );
  });
}

function firstLines(text) {
  return (text ?? '').split('\n').slice(0, 12).join('\n');
}

const node = (args) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: browser, ...(long ? { LONG: '1' } : {}) },
  }).status ?? 1;

mkdirSync(results, { recursive: true });
buildClient();

// One after another: browsers and fuzz that share two cores with each other measure the machine, not the code.
const stages = [['house', 'unit', 'integration'], ['fuzz'], ['journeys']];
// Two files at a time: what they wait for (browsers, servers, other processes) computes too.
const WORKERS = 2;
const total = { passed: 0, failed: 0, skipped: 0 };
const failed = [];
const times = [];
let broken = false;
for (const [index, projects] of stages.entries()) {
  const begun = performance.now();
  const report = `${results}/${index}.json`;
  rmSync(report, { force: true });
  const status = node([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects.flatMap((name) => ['--project', name]),
    '--passWithNoTests',
    `--maxWorkers=${WORKERS}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...rest,
  ]);
  broken ||= status !== 0;
  times.push(`${projects.join(', ')}: ${Math.round((performance.now() - begun) / 1000)} s`);
  if (!existsSync(report)) {
    failed.push(`${projects.join(', ')}: ended before it said how its tests went; what it said is above`);
    continue;
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += counts.numPassedTests;
  total.failed += counts.numFailedTests;
  total.skipped += counts.numPendingTests;
  const failures = failuresIn(counts);
  if (status !== 0 && failures.length === 0)
    failures.push(`${projects.join(', ')}: no test failed, but an error came outside of them; it is above`);
  failed.push(...failures);
}
// Told again at the end: a log of thousands of lines is often kept only in part.
for (const failure of failed) console.log(`\nFAILED ${failure}`);
console.log(`\n${times.join('; ')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(broken ? 1 : 0);
