import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { starting } from '../ready/programs.ts';

/** Two processes over one database file, which can be made to act in the same moment. */
export interface Rivals<Move> {
  /** Both move at the same moment; gives what each was told. */
  race(moves: readonly [Move, Move]): Promise<readonly [string, string]>;
  stop(): Promise<void>;
}

/** Starts two of the program at `program`, each on the database at `path`. They say 'ready', and then answer moves. */
export async function startRivals<Move>(program: URL, path: string): Promise<Rivals<Move>> {
  const { path: started, execArgv } = starting(program);
  const start = async () => {
    const child = fork(started, [path], { execArgv });
    await once(child, 'message');
    return child;
  };
  const both: readonly ChildProcess[] = await Promise.all([start(), start()]);
  return {
    async race(moves) {
      const startAt = Date.now() + 8;
      const answers = both.map((child) => once(child, 'message'));
      both.forEach((child, at) => {
        child.send({ move: moves[at], startAt });
      });
      const [[first], [second]] = (await Promise.all(answers)) as [[string], [string]];
      return [first, second];
    },
    async stop() {
      for (const child of both) child.disconnect();
      await Promise.all(both.map((child) => once(child, 'exit')));
    },
  };
}
