import type { ReactNode } from 'react';
import { t } from '../../words.ts';

/** Words to read in a card or a dialog. Long ones scroll, by keyboard too. */
export function BoundText({ children }: { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="bound-text" aria-label={t('passages.put.words')} tabIndex={0}>
      {children}
    </section>
  );
}
