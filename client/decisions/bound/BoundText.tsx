import type { Block } from '../../../shared/documents/blocks.ts';
import { renderText } from '../../../shared/documents/renderText.ts';
import { t } from '../../words.ts';

/** The exact words, to read. Long ones scroll by keyboard too. */
export function BoundText({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="bound-text" aria-label={t('passages.put.words')} tabIndex={0} dir="auto">
      {renderText(blocks).trim()}
    </section>
  );
}
