import i18next from 'i18next';
import type { threadsWords } from '../shared/messages/en/threads.ts';
import { en } from '../shared/messages/en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & { readonly threads: typeof threadsWords } };
  }
}

const words = i18next.createInstance();
void words.init({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  resources: { 'en-GB': { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The words for a key of the catalogue (`t('documents.rename')`), with its gaps filled. React does the escaping. */
export const t = words.t.bind(words);

/** Adds words that the first page does not need: a page that shows them brings them with it. */
export function addWords(more: { readonly threads: typeof threadsWords }): void {
  words.addResourceBundle('en-GB', 'translation', more, true);
}

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const SHORT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** A time (ms since 1970) as people say it: today at 14:05, yesterday at 09:30, 3 March, 3 March 2024. */
export function sayWhen(time: number, now: number): string {
  const [then, today] = [new Date(time), new Date(now)];
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000);
  if (days === 0) return t('ui.todayAt', { time: CLOCK.format(then) });
  if (days === 1) return t('ui.yesterdayAt', { time: CLOCK.format(then) });
  return (then.getFullYear() === today.getFullYear() ? SHORT : LONG).format(then);
}

/** The time of day: 14:05. */
export function sayTime(time: number): string {
  return CLOCK.format(time);
}

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** A day as people say it: Today, Yesterday, Monday 3 March, 3 March 2024. */
export function sayDay(time: number, now: number): string {
  const [then, today] = [new Date(time), new Date(now)];
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000);
  if (days === 0) return t('ui.today');
  if (days === 1) return t('ui.yesterday');
  return (then.getFullYear() === today.getFullYear() ? DAY : LONG).format(then);
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** A moment by which something must be done, with its day of the week: Monday 3 March 2025 at 14:05. */
export function sayUntil(time: number): string {
  return MOMENT.format(time);
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
