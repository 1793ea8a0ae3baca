import { Component, type ReactNode } from 'react';
import { t } from '../words.ts';
import { Button } from './Button.tsx';
import { ErrorMessage } from './ErrorMessage.tsx';

/** Stands in for a page that threw: says so, and that what was written is kept. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main id="main" className="page">
        <ErrorMessage message={t('ui.brokenPage')}>
          <Button onClick={() => location.reload()}>{t('ui.loadAgain')}</Button>
        </ErrorMessage>
      </main>
    );
  }
}
