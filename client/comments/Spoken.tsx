import { useCallback, useState } from 'react';
import { t } from './words.ts';

/** What is said politely to those who listen to the page. */
export function useSpoken() {
  const [words, setWords] = useState('');
  // The same words again are news only if they are other characters.
  const say = useCallback((next: string) => setWords((last) => (last === next ? `${next}\u00a0` : next)), []);
  const sayNone = useCallback(() => say(t('threads.news.none')), [say]);
  return { words, say, sayNone };
}

export function Spoken({ words }: { readonly words: string }) {
  return (
    <p className="visually-hidden" role="status" data-says="comments">
      {words}
    </p>
  );
}
