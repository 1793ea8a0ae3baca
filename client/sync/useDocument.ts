import { useEffect, useState, useSyncExternalStore } from 'react';
import { type OpenedDocument, openDocument } from './openDocument.ts';
import type { SyncStatus } from './status.ts';

/** The document, open for as long as the component is shown; null in the first moment. */
export function useDocument(documentId: string, accountId: string): OpenedDocument | null {
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  useEffect(() => {
    const mine = openDocument({ documentId, accountId });
    setOpened(mine);
    return () => {
      mine.close();
      setOpened(null);
    };
  }, [documentId, accountId]);
  return opened;
}

export function useSyncStatus(opened: OpenedDocument): SyncStatus {
  return useSyncExternalStore(opened.subscribe, opened.status);
}

export function useHasContent(opened: OpenedDocument): boolean {
  return useSyncExternalStore(opened.subscribe, opened.hasContent);
}
