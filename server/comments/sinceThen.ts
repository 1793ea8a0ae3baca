import type { Db } from '../../db/open.ts';
import type { ThreadsAnswer, ThreadsRead } from '../../shared/comments/api.ts';
import { versionOf } from '../partnerships/version.ts';
import type { Subject } from './subject.ts';

/** How each thread of an answer looked, by its id, in the order of the answer. */
type Looks = ReadonlyMap<string, string>;

interface Given {
  readonly answers: Map<string, Looks>;
  size: number;
}

const given = new WeakMap<Db, Given>();

/** Far more threads than all open pages of a partnership show. */
const MOST_KEPT = 200_000;

/**
 * Of everything that is said about something, only what differs from the answer that this member was given under this
 * version. What they may know is worked out as ever and then compared, so that whatever became of it (rights, names,
 * hiding, words that moved) is in it. All of it where that answer is not known any more, or where merging would not
 * end in the same order.
 */
export function sinceThen(
  db: Db,
  { about, member }: Subject,
  answer: ThreadsAnswer,
  since: string | undefined,
): ThreadsRead {
  const now: Looks = new Map(answer.threads.map((thread) => [thread.id, versionOf(thread)]));
  const version = versionOf([...now]);
  const reader = `${member.id} ${about.kind} ${about.id}`;
  const before = since === undefined ? undefined : given.get(db)?.answers.get(`${reader} ${since}`);
  keep(db, `${reader} ${version}`, now);
  if (since === undefined || !before || !isAddedTo(before, now))
    return { ...answer, version, since: null, gone: [] };
  return {
    ...answer,
    threads: answer.threads.filter(({ id }) => before.get(id) !== now.get(id)),
    ...{ version, since },
    gone: [...before.keys()].filter((id) => !now.has(id)),
  };
}

/** Whether what is new stands after all that was there. What was held back for a while may belong between. */
function isAddedTo(before: Looks, now: Looks): boolean {
  const ids = [...now.keys()];
  const first = ids.findIndex((id) => !before.has(id));
  return first < 0 || ids.slice(first).every((id) => !before.has(id));
}

/** The answers that were asked for last, as many as there is room for. */
function keep(db: Db, key: string, looks: Looks): void {
  const kept = given.get(db) ?? { answers: new Map<string, Looks>(), size: 0 };
  given.set(db, kept);
  drop(kept, key);
  kept.answers.set(key, looks);
  kept.size += sizeOf(looks);
  for (const oldest of kept.answers.keys()) {
    if (kept.size <= MOST_KEPT || oldest === key) break;
    drop(kept, oldest);
  }
}

function drop(kept: Given, key: string): void {
  const looks = kept.answers.get(key);
  if (!looks) return;
  kept.answers.delete(key);
  kept.size -= sizeOf(looks);
}

/** In threads; an answer itself counts as some. */
const sizeOf = (looks: Looks) => looks.size + 20;
