import type { ReactNode } from 'react';

/** A list with nothing in it says what belongs there and, in `children`, offers the first step. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
