import type { Numbered } from './order.ts';
import { aboutOf, titleOf } from './said.ts';
import { t } from './words.ts';

/** More than this at once is only noise. */
const MOST = 3;

/** What others did between two looks at the threads, a sentence for each; one's own acts are no news. */
export function newsOf(
  before: readonly Numbered[],
  now: readonly Numbered[],
  memberId: string,
): readonly string[] {
  const known = new Map(before.map((each) => [each.thread.id, each.thread]));
  return now.flatMap((each) => sentenceOf(known.get(each.thread.id), each, memberId) ?? []).slice(0, MOST);
}

function sentenceOf(
  before: Numbered['thread'] | undefined,
  each: Numbered,
  memberId: string,
): string | undefined {
  const { thread } = each;
  if (before === thread) return undefined;
  const newest = thread.comments.at(-1);
  const about = aboutOf(thread);
  const byOther = newest && newest.author.memberId !== memberId;
  if (!before) return byOther ? t('threads.news.started', { name: newest.author.name, about }) : undefined;
  if (byOther && !before.comments.some(({ id }) => id === newest.id))
    return t('threads.news.answered', { name: newest.author.name, about });
  if (thread.state === before.state || thread.endedBy?.memberId === memberId) return undefined;
  return thread.state === 'open'
    ? t('threads.news.reopened', { title: titleOf(each) })
    : t('threads.news.ended', { title: titleOf(each), state: t(`threads.state.${thread.state}`) });
}
