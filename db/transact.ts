import type { Db } from './open.ts';

/** Runs once the transaction that it was given in is on disk: events, mails, closing sockets. */
export type AfterCommit = (hook: () => void) => void;

/** An async callback would commit before its work was done, so it is a type error. */
type Synchronous<T> = T extends Promise<unknown> ? { __error: 'A transaction callback cannot be async' } : T;

/**
 * Runs `work` in one BEGIN IMMEDIATE transaction on the connection: all of it is on disk when this returns,
 * or none of it (an error thrown inside rolls back and passes on). Hooks run after the commit, in order.
 */
export function transact<T>(db: Db, work: (orm: Db['orm'], afterCommit: AfterCommit) => Synchronous<T>): T {
  const hooks: (() => void)[] = [];
  const result = db.raw.transaction(() => work(db.orm, (hook) => hooks.push(hook))).immediate();
  for (const hook of hooks) hook();
  return result as T;
}
