import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BackUpError, backUp } from '../db/backUp.ts';
import { ConfigError, readConfig } from './config.ts';

try {
  const { dataFolder, pseudonymKey } = readConfig();
  const to = process.argv[2] ?? join(dataFolder, 'backups', `trialogue-${stamp(new Date())}.db`);
  backUp(join(dataFolder, 'trialogue.db'), to);
  console.log(
    `The back-up is at ${to} (${Math.ceil(statSync(to).size / 1024)} kB). Keep a copy on another machine.`,
  );
  console.log(
    `Mail addresses and names in it are sealed. Nothing opens them without ${pseudonymKey}, which is not in it: keep a copy of that file somewhere else.`,
  );
} catch (error) {
  if (!(error instanceof BackUpError || error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(':', '');
}
