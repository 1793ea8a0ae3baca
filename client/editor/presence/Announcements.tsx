import { useEffect, useRef, useState } from 'react';
import { t } from '../../words.ts';
import { comings, type PersonHere } from './people.ts';

/** People who reload a page leave and come back at once: that is no news. */
const SETTLE_MS = 3000;

/** Says politely who came and who left, to those who listen to the page. Quiet mode silences it. */
export function Announcements({
  people,
  quiet,
}: {
  readonly people: readonly PersonHere[];
  readonly quiet: boolean;
}) {
  const told = useRef<readonly PersonHere[] | null>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = told.current;
      told.current = people;
      if (!before || quiet) return;
      const { came, left } = comings(before, people);
      const said = [
        came.length > 0 && t('editor.here.came', { names: came.join(', ') }),
        left.length > 0 && t('editor.here.left', { names: left.join(', ') }),
      ].filter((one) => typeof one === 'string');
      if (said.length > 0) setWords(said.join(' '));
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [people, quiet]);
  return (
    <p className="visually-hidden" role="status">
      {words}
    </p>
  );
}
