import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { t } from '../../words.ts';
import { type BoundNow, lookOf } from './look.ts';

/** Tells those who listen, politely, when agreed words change and when they are back. */
export function DriftNews({ all }: { readonly all: readonly BoundNow[] }) {
  const [news, setNews] = useState('');
  const before = useRef(new Map<string, string>());
  useEffect(() => {
    for (const each of all) {
      const { decisionId, number } = each.bound;
      const look = lookOf(each);
      const was = before.current.get(decisionId);
      before.current.set(decisionId, look);
      if (was === 'agreed' && look !== 'agreed') setNews(t('passages.now.changed', { number }));
      else if (was !== undefined && was !== 'agreed' && look === 'agreed')
        setNews(t('passages.now.agreed', { number }));
    }
  }, [all]);
  return (
    <VisuallyHidden>
      <span role="status">{news}</span>
    </VisuallyHidden>
  );
}
