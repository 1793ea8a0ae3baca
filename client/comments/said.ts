import type { Comment, Thread } from '../../shared/comments/api.ts';
import type { Numbered } from './order.ts';
import { t } from './words.ts';

/** What a thread is called: comment 3, suggestion 4. */
export function titleOf({ thread: { kind }, number }: Numbered): string {
  return t(kind === 'suggestion' ? 'threads.numberSuggestion' : 'threads.number', { number });
}

/** What it is about, in a few words. */
export function aboutOf({ passage, quote, decisionId }: Thread): string {
  if (passage) return t('threads.quoted', { quote: short(quote, 80) });
  return t(decisionId === null ? 'threads.whole' : 'threads.wholeDecision');
}

/** The words of a comment as plain text; of a hidden one, that it is. */
export function plainWords({ words }: Comment): string {
  return words === null ? t('threads.news.hidden') : words.replace(MENTION, '$1');
}

export function short(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** The same with a full stop, unless it ends with a sign of its own. */
export function ended(text: string): string {
  return /[.!?…:;]$/.test(text) ? text : `${text}.`;
}

export function answersOf({ comments }: Thread): string | null {
  return comments.length > 1 ? t('threads.more', { count: comments.length - 1 }) : null;
}

/** A person or a seat that is named in plain words. */
export const MENTION = /@\[([^\]]+)\]\((?:member|seat|side):[A-Za-z0-9_-]+\)/g;

/** What those hear who step from thread to thread: which it is, its words, and who said what. */
export function stepWords(each: Numbered, at: number, count: number): string {
  const [first] = each.thread.comments;
  return t('threads.news.step', {
    title: titleOf(each),
    at,
    count,
    about: aboutOf(each.thread),
    name: first?.author.name ?? '',
    words: first ? ended(short(plainWords(first), 200)) : '',
    more: answersOf(each.thread) ?? '',
  });
}
