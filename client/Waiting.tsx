import { Loading } from './ui/Loading.tsx';
import { t } from './words.ts';

/** What stands where a page will be. */
export function Waiting() {
  return (
    <main id="main" className="page">
      <Loading what={t('people.loadingMe')} />
    </main>
  );
}
