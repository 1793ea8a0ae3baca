import { t } from '../words.ts';
import type { SyncStatus } from './status.ts';

export interface StatusWords {
  /** Two or three words for the line that is always there. */
  readonly short: string;
  /** What it means, and what to do, in sentences. */
  readonly why: readonly string[];
  /** Whether the person must see `why` without asking for it. */
  readonly matters: boolean;
  /** Whether there are words to copy before they are lost or left behind. */
  readonly canCopy: boolean;
}

/** What the page says about a status. */
export function statusWords(status: SyncStatus): StatusWords {
  switch (status.kind) {
    case 'connecting':
    case 'saving':
    case 'saved':
      return {
        short: t(`sync.status.${status.kind}`),
        why: [t(`sync.why.${status.kind}`)],
        matters: false,
        canCopy: false,
      };
    case 'offline':
      return status.device === 'not_kept'
        ? {
            short: t('sync.status.offlineNotKept'),
            why: [t('sync.why.offlineNotKept')],
            matters: true,
            canCopy: status.unsaved,
          }
        : { short: t('sync.status.offline'), why: [t('sync.why.offline')], matters: false, canCopy: false };
    case 'read_only':
      return {
        short: t('sync.status.readOnly'),
        why: [readOnlyWhy(status), ...unsavedWhy(status.unsaved, true)],
        matters: true,
        canCopy: status.unsaved,
      };
    case 'refused':
      return {
        short: t('sync.status.refused'),
        why: [t(`sync.why.refused.${status.code}`), t('sync.why.nothingLost')],
        matters: true,
        canCopy: true,
      };
    case 'ended':
      return {
        short: t('sync.status.ended'),
        why: [endedWhy(status), ...unsavedWhy(status.unsaved, status.device === 'kept')],
        matters: true,
        canCopy: status.unsaved,
      };
  }
}

function readOnlyWhy({ why, right }: Extract<SyncStatus, { kind: 'read_only' }>): string {
  switch (why) {
    case 'archived':
      return t('sync.why.archived');
    case 'storage':
      return t('sync.why.storage');
    case 'right':
      return t(right === 'comment' ? 'sync.why.rightComment' : 'sync.why.rightRead');
  }
}

function endedWhy({ why }: Extract<SyncStatus, { kind: 'ended' }>): string {
  switch (why) {
    case 'signed_out':
      return t('sync.why.signedOut');
    case 'access_ended':
      return t('sync.why.accessEnded');
    case 'turned_away':
      return t('sync.why.turnedAway');
  }
}

function unsavedWhy(unsaved: boolean, kept: boolean): string[] {
  if (!unsaved) return [];
  return [t(kept ? 'sync.why.unsavedKept' : 'sync.why.unsavedNotKept')];
}
