import type { Notice, NoticeLine } from './notice.ts';

/** A notice with its words. */
export interface Worded {
  readonly notice: Pick<Notice, 'id' | 'kind' | 'about' | 'needsMe' | 'at' | 'partnershipId' | 'byMemberId'>;
  readonly line: NoticeLine;
}

/** One line of a mail or of the inbox: what stands for it, and how many more of the same it stands for. */
export interface Gathered extends Worded {
  readonly ids: readonly number[];
  readonly needsMe: boolean;
}

/**
 * What happened, in lines: whatever is of one thread is one line, and so is what happened in one way to one thing more
 * than once. The newest stands for the others, and what needs an answer before what does not. What needs me is first,
 * then the newest.
 */
export function gather(worded: readonly Worded[]): Gathered[] {
  const groups = new Map<string, Worded[]>();
  for (const each of worded) {
    const key = keyOf(each);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map(standFor).sort(before);
}

function keyOf({ notice: { about, kind }, line }: Worded): string {
  return about.kind === 'thread' ? `thread ${about.id}` : `${about.kind} ${about.id} ${kind} ${line.title}`;
}

function standFor(group: readonly Worded[]): Gathered {
  const [first] = [...group].sort(
    (a, b) => Number(asks(b)) - Number(asks(a)) || b.notice.at - a.notice.at || b.notice.id - a.notice.id,
  ) as [Worded];
  return { ...first, ids: group.map(({ notice }) => notice.id), needsMe: group.some(asks) };
}

/** What is over asks for nothing any more. */
function asks({ notice, line }: Worded): boolean {
  return notice.needsMe && line.over !== true;
}

function before(a: Gathered, b: Gathered): number {
  return Number(b.needsMe) - Number(a.needsMe) || b.notice.at - a.notice.at || b.notice.id - a.notice.id;
}
