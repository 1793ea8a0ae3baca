import { t } from '../words.ts';

/** The first stop of the keyboard: past the bars, to the page's own content (`#main`). */
export function SkipLink() {
  return (
    <a className="skip-link visually-hidden" href="#main">
      {t('ui.skip')}
    </a>
  );
}
