import { type ReactNode, useState } from 'react';
import { useMedia } from './useMedia.ts';

export interface FoldProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
  /** Its title only says what pressing it does, so that on paper it is of no use. */
  readonly titleOnPaper?: boolean;
}

/** Something more for those who want it, folded away. On paper, where nothing can be pressed, it lies open. */
export function Fold({ title, children, startsOpen = false, titleOnPaper = true }: FoldProps) {
  const [open, setOpen] = useState(startsOpen);
  const onPaper = useMedia('print');
  return (
    <details
      className="fold"
      open={open || onPaper}
      onToggle={(event) => !onPaper && setOpen(event.currentTarget.open)}
    >
      <summary className={titleOnPaper ? undefined : 'no-print'}>{title}</summary>
      {children}
    </details>
  );
}
