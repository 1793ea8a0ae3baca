import { useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { t } from '../words.ts';
import type { OpenedDocument } from './openDocument.ts';
import type { SyncStatus } from './status.ts';
import { statusWords } from './statusWords.ts';
import { useSyncStatus } from './useDocument.ts';

/** The always-visible truth about saving. Its meaning is one press away, and unfolds by itself when it matters. */
export function SyncStatusLine({ opened }: { readonly opened: OpenedDocument }) {
  const status = useSyncStatus(opened);
  const { short, why } = statusWords(status);
  const [isOpen, setOpen] = useState(false);
  const spoken = useSpoken(status, `${short}. ${why.join(' ')}`);
  return (
    <div className="sync-status" data-status={status.kind}>
      <button
        type="button"
        className="sync-status-button"
        aria-expanded={isOpen}
        aria-label={t('sync.whatItMeans', { status: short })}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        onBlur={() => setOpen(false)}
      >
        <span className="sync-dot" aria-hidden="true" />
        <span className="sync-status-words">{short}</span>
      </button>
      {isOpen && <p className="sync-why">{why.join(' ')}</p>}
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}

/** What those who listen hear of saving: that the connection went, and that all is saved again. Not every save. */
function useSpoken({ kind }: SyncStatus, words: string): string {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (kind === 'offline') setSpoken(words);
    if (kind === 'saved') setSpoken((before) => before && t('sync.savedAgain'));
  }, [kind, words]);
  return spoken;
}

/** What somebody must know about saving before they type another word; nothing when all is well. */
export function SyncNotice({ opened }: { readonly opened: OpenedDocument }) {
  const status = useSyncStatus(opened);
  const { why, matters, canCopy } = statusWords(status);
  if (!matters) return null;
  return (
    <div className="sync-notice" role="status">
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {canCopy && <UnsentWords opened={opened} />}
      {status.kind === 'ended' && status.why === 'signed_out' && (
        <a className="button main" href={`/?then=${encodeURIComponent(location.pathname)}`}>
          {t('sync.signInAgain')}
        </a>
      )}
    </div>
  );
}

function UnsentWords({ opened }: { readonly opened: OpenedDocument }) {
  const [copied, setCopied] = useState(false);
  const words = opened.unsentWords();
  if (!words) return null;
  return (
    <>
      <textarea className="sync-unsent" readOnly rows={3} aria-label={t('sync.unsent')} value={words} />
      <Button
        look="plain"
        onClick={() => void navigator.clipboard.writeText(words).then(() => setCopied(true))}
      >
        {t(copied ? 'sync.copied' : 'sync.copyUnsent')}
      </Button>
    </>
  );
}
