import { useEffect, useRef, useSyncExternalStore } from 'react';
import { t } from '../words.ts';
import { Button } from './Button.tsx';
import { currentToast, dismissToast, onToast } from './toast.ts';

/** Where toasts appear. The live region is always there, because one that arrives with its words is often not read out. */
export function ToastRegion() {
  const shown = useSyncExternalStore(onToast, currentToast);
  const { action } = shown ?? {};
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown?.takesFocus) region.current?.querySelector('button')?.focus();
  }, [shown]);
  const dismiss = () => {
    document.getElementById('main')?.focus({ preventScroll: true });
    dismissToast();
  };
  return (
    <section ref={region} className="toasts no-print" aria-label={t('ui.notices')}>
      <div role="status">{shown && <p key={shown.id}>{shown.words}</p>}</div>
      {shown && (
        <div className="toast-actions">
          {action && (
            <Button
              look="quiet"
              onClick={() => {
                dismiss();
                action.act();
              }}
            >
              {action.words}
            </Button>
          )}
          <Button look="quiet" onClick={dismiss}>
            {t('ui.dismiss')}
          </Button>
        </div>
      )}
    </section>
  );
}
