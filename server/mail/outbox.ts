import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sealing } from '../../db/sealing.ts';
import { maskAddress } from '../../shared/mail/maskAddress.ts';
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
 * own file name, so that one that is carried twice is there once. Whom it is to is readable only as far as its
 * owner needs to know it; the whole address is sealed, as in the queue.
 */
export function outboxCarrier(folder: string, { seal }: Sealing): Carrier {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const whom = (id: string, to: string) => `To: ${maskAddress(to)}\nSealed-To: ${seal(`outbox:${id}`, to)}`;
  for (const name of fileNames(folder)) sealOld(join(folder, name), whom);
  return {
    async carry({ id, to, subject, text, createdAt }) {
      try {
        const name = join(folder, `${String(createdAt).padStart(15, '0')}-${id}`);
        const head = `${whom(id, to)}\nSubject: ${subject}\nDate: ${new Date(createdAt).toISOString()}\n\n`;
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
export function readOutbox(folder: string, { open }: Sealing): OutboxMail[] {
  return fileNames(folder).flatMap((name) => {
    const [, at, id] = /^(\d+)-(\w+)\.txt$/.exec(name) ?? [];
    const [, sealed, subject, text] =
      /^To: .*\nSealed-To: (.*)\nSubject: (.*)\nDate: .*\n\n([\s\S]*)$/.exec(
        readFileSync(join(folder, name), 'utf8'),
      ) ?? [];
    if (!id || sealed === undefined || subject === undefined || text === undefined) return [];
    return [{ id, to: open(`outbox:${id}`, sealed), subject, at: Number(at), text }];
  });
}

/** An earlier version wrote whom a mail is to as it is. */
function sealOld(path: string, whom: (id: string, to: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const [, id] = /-(\w+)\.txt$/.exec(path) ?? [];
  const [line, to] = /^To: (.*)\n(?!Sealed-To: )/.exec(text) ?? [];
  if (id === undefined || line === undefined || to === undefined) return;
  writeFileSync(`${path}.part`, `${whom(id, to)}\n${text.slice(line.length)}`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

/** Names begin with the time, in as many digits. */
function fileNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .reverse();
}
