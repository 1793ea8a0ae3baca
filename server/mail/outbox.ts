import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Carrier } from './carrier.ts';

/** A mail as it lies in the outbox folder, for people to read. */
export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly at: number;
  readonly text: string;
}

/** Where mails lie when there is no mail server. */
export function outboxFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'outbox');
}

/** The folder is for trying things out; beyond this many the oldest are thrown away. */
const KEPT = 200;

/**
 * Keeps mails as text files where there is no mail server: the head, an empty line, the words. A mail has its
 * own file name, so that one that is carried twice is there once.
 */
export function outboxCarrier(folder: string): Carrier {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    async carry({ id, to, subject, text, createdAt }) {
      try {
        const name = join(folder, `${String(createdAt).padStart(15, '0')}-${id}`);
        const head = `To: ${to}\nSubject: ${subject}\nDate: ${new Date(createdAt).toISOString()}\n\n`;
        writeFileSync(`${name}.part`, head + text, { mode: 0o600 });
        renameSync(`${name}.part`, `${name}.txt`);
        for (const old of fileNames(folder).slice(KEPT)) rmSync(join(folder, old), { force: true });
        return { kind: 'sent' };
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        return {
          kind: 'failed',
          problem: `The outbox folder can't be written to (${code}).`,
          forGood: false,
        };
      }
    },
    close() {},
  };
}

/** The mails in the outbox folder, the newest first. */
export function readOutbox(folder: string): OutboxMail[] {
  return fileNames(folder).flatMap((name) => {
    const [, at, id] = /^(\d+)-(\w+)\.txt$/.exec(name) ?? [];
    const [, to, subject, text] =
      /^To: (.*)\nSubject: (.*)\nDate: .*\n\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    if (!id || to === undefined || subject === undefined || text === undefined) return [];
    return [{ id, to, subject, at: Number(at), text }];
  });
}

/** Names begin with the time, in as many digits. */
function fileNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .reverse();
}
