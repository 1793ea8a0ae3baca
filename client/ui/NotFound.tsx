import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../words.ts';
import { PageHeading } from './PageHeading.tsx';

export interface NotFoundProps {
  readonly title?: string;
  readonly children?: ReactNode;
}

/** An address with nothing behind it, for this person: says so, and leads back. */
export function NotFound({ title = t('ui.nothingHere'), children = t('ui.nothingHereHow') }: NotFoundProps) {
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={title} />
      <p className="lead">{children}</p>
      <Link className="button main" href="/">
        {t('ui.goToStart')}
      </Link>
    </main>
  );
}
