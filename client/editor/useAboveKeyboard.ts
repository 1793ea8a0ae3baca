import { type RefCallback, useCallback } from 'react';

/**
 * Keeps an element above a phone's on-screen keyboard. The keyboard covers the page without making it
 * smaller, so the height that it covers is handed to the style sheet as `--keyboard`.
 */
export function useAboveKeyboard(): RefCallback<HTMLElement> {
  return useCallback((element: HTMLElement | null) => {
    const view = window.visualViewport;
    if (!element || !view) return;
    const place = () => {
      const covered = Math.max(0, innerHeight - view.height - view.offsetTop);
      element.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    place();
    view.addEventListener('resize', place);
    view.addEventListener('scroll', place);
    return () => {
      view.removeEventListener('resize', place);
      view.removeEventListener('scroll', place);
    };
  }, []);
}
