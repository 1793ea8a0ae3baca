import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { SyncLimits } from '../../../server/sync/limits.ts';
import { starting } from '../../ready/programs.ts';

const ENTRY = new URL('./serverProcess.ts', import.meta.url);

export interface ForkedServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from the loaded program to serving: opening the database, migrating, listening. */
  readonly readyIn: number;
  /** Bytes of memory, and the longest time in ms that its loop was busy since this was asked last. */
  health(): Promise<{ readonly memory: number; readonly lag: number }>;
  /** Ends it without a warning, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts the engine in a process of its own on the data in `folder`, and waits until it serves. */
export async function forkServer(
  folder: string,
  { port = 0, limits = {} }: { readonly port?: number; readonly limits?: Partial<SyncLimits> } = {},
): Promise<ForkedServer> {
  const words = JSON.stringify(limits, (_key, value) =>
    value === Number.POSITIVE_INFINITY ? 'no limit' : value,
  );
  const { path, execArgv } = starting(ENTRY);
  const child = fork(path, [folder, String(port), words], { execArgv });
  const [{ url, readyIn }] = (await once(child, 'message')) as [{ url: string; readyIn: number }];
  return {
    url,
    process: child,
    readyIn,
    async health() {
      child.send('how are you');
      const [health] = (await once(child, 'message')) as [{ memory: number; lag: number }];
      return health;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
