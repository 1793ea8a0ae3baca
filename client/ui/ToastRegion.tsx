import { useSyncExternalStore } from 'react';
import { t } from '../words.ts';
import { Button } from './Button.tsx';
import { currentToast, dismissToast, onToast } from './toast.ts';

/** Where toasts appear. The live region is always there, because one that arrives with its words is often not read out. */
export function ToastRegion() {
  const shown = useSyncExternalStore(onToast, currentToast);
  const { action } = shown ?? {};
  return (
    <section className="toasts no-print" aria-label={t('ui.notices')}>
      <div role="status">{shown && <p key={shown.id}>{shown.words}</p>}</div>
      {shown && (
        <div className="toast-actions">
          {action && (
            <Button
              look="quiet"
              onClick={() => {
                dismissToast();
                action.act();
              }}
            >
              {action.words}
            </Button>
          )}
          <Button look="quiet" onClick={dismissToast}>
            {t('ui.dismiss')}
          </Button>
        </div>
      )}
    </section>
  );
}
