import { useEffect, useRef } from 'react';
import { newsOf } from './news.ts';
import type { Numbered } from './order.ts';

/** Says what others have written since the page last heard, unless nobody wants to hear it. */
export function useNews(
  all: readonly Numbered[],
  memberId: string,
  aloud: boolean,
  say: (words: string) => void,
): void {
  const before = useRef<readonly Numbered[] | null>(null);
  useEffect(() => {
    const last = before.current;
    if (all.length > 0 || last) before.current = all;
    if (!last || !aloud) return;
    const news = newsOf(last, all, memberId);
    if (news.length > 0) say(news.join(' '));
  }, [all, memberId, aloud, say]);
}
