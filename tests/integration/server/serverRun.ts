import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { starting } from '../../ready/programs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const children: ChildProcess[] = [];

/** Ends every server that a test left running. */
export function killServers(): void {
  for (const child of children.splice(0)) child.kill('SIGKILL');
}

/** A server in a process of its own. Its settings are these alone, on a port that is free. */
export function runServer(env: Record<string, string>, script = 'server/main.ts') {
  const { PATH = '', HOME = '' } = process.env;
  const { path, execArgv } = starting(script);
  const child = spawn(process.execPath, [...execArgv, path], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  const heard = (chunk: Buffer) => {
    output += chunk;
    child.emit('said');
  };
  child.stdout?.on('data', heard);
  child.stderr?.on('data', heard);
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => output,
    /** Where it serves. Fails with what it said if it ends before. */
    async url(): Promise<string> {
      for (;;) {
        const url = /Trialogue is at (http:\S+)/.exec(output)?.[1];
        if (url) return url;
        const over = await Promise.race([once(child, 'said').then(() => false), ended.then(() => true)]);
        if (over) throw new Error(`it ended:\n${output}`);
      }
    },
  };
}
