import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../words.ts';

let openedAt: string | undefined;

/** Remembers where the app was opened, so that the first page does not snatch the focus. Call it once, at the start. */
export function rememberFirstPage(path: string): void {
  openedAt = path;
}

export interface PageHeadingProps {
  /** Also the tab's title. */
  readonly title: string;
  readonly children?: ReactNode;
  /** Takes the focus even on the first page: it comes back in the place of what had it. */
  readonly takesFocus?: boolean;
}

/**
 * A page's h1. After a navigation the focus comes to it, so that those who listen hear where they are
 * and those who use the keyboard start at the page's beginning.
 */
export function PageHeading({ title, children = title, takesFocus = false }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === t('ui.name') ? title : `${title} · ${t('ui.name')}`;
  }, [title]);
  useEffect(() => {
    if (location.pathname === openedAt && !takesFocus) return;
    openedAt = undefined;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} dir="auto">
      {children}
    </h1>
  );
}
