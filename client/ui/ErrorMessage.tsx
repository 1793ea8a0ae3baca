import type { ReactNode } from 'react';
import { t } from '../words.ts';
import { Button } from './Button.tsx';

export interface ErrorMessageProps {
  /** What happened, and what to do, in a sentence or two. */
  readonly message: string;
  /** Offers "Try again" when trying again can help. */
  readonly onRetry?: (() => void) | undefined;
  /** True beside a form: adds that nothing typed is lost. */
  readonly keepsWords?: boolean;
  readonly children?: ReactNode;
}

/** An error in place of, or beside, what it stopped. It is read out as soon as it appears. */
export function ErrorMessage({ message, onRetry, keepsWords = false, children }: ErrorMessageProps) {
  return (
    <div className="error-message" role="alert">
      <p>
        {message} {keepsWords && t('ui.nothingLost')}
      </p>
      {onRetry && (
        <Button look="plain" onClick={onRetry}>
          {t('ui.tryAgain')}
        </Button>
      )}
      {children}
    </div>
  );
}
