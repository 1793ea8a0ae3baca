import type { QueryClient } from '@tanstack/react-query';
import { CHANGED, HELLO, readChange } from '../../shared/live/changes.ts';
import { askAgain, askForAllAgain } from './follows.ts';

/** How long after a stream was refused it is tried again: it may have been a server that was starting. */
const TRY_AGAIN_MS = 15_000;

/**
 * Follows what changes in a partnership until the returned function is called, while the page is in sight. A page
 * out of sight listens to nothing (a browser has few connections to one server). Whenever a stream begins, everything
 * is asked again: nobody knows what was missed before it.
 */
export function openStream(client: QueryClient, partnershipId: string): () => void {
  let stream: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(again);
    stream?.close();
    stream = undefined;
  };
  const open = () => {
    stream = new EventSource(`/api/partnerships/${encodeURIComponent(partnershipId)}/events`);
    stream.addEventListener(HELLO, () => askForAllAgain(client));
    stream.addEventListener(CHANGED, ({ data }: MessageEvent<string>) => {
      const change = readChange(data);
      if (change) askAgain(client, change);
    });
    // The browser tries again by itself after a cut line, but not after a refusal.
    stream.addEventListener('error', () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      close();
      again = setTimeout(look, TRY_AGAIN_MS);
    });
  };
  const look = () => {
    if (document.visibilityState === 'hidden') close();
    else if (!stream) open();
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
