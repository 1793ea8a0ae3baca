import type { ThreadsRead } from './api.ts';

/** The whole of what is said, from what one had before and an answer that may have only what is other than that. */
export function mergeThreads(before: ThreadsRead | undefined, answer: ThreadsRead): ThreadsRead {
  if (answer.since === null || before === undefined) return answer;
  const gone = new Set(answer.gone);
  const changed = new Map(answer.threads.map((thread) => [thread.id, thread]));
  const known = new Set(before.threads.map(({ id }) => id));
  const stayed = before.threads.filter(({ id }) => !gone.has(id));
  const threads = [
    ...stayed.map((thread) => changed.get(thread.id) ?? thread),
    ...answer.threads.filter(({ id }) => !known.has(id)),
  ];
  return { ...answer, threads, since: null, gone: [] };
}
