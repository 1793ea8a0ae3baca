import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';

/** Something a menu offers: either a link or an action. */
export type MenuEntry =
  | { readonly words: string; readonly href: string; readonly download?: string }
  | { readonly words: string; readonly act: () => void };

export interface MenuProps {
  /** The button's name, for those who can't see what is in it. */
  readonly label: string;
  readonly button: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly className?: string;
}

/** A button that opens a short list of things to do. */
export function Menu({ label, button, entries, className = '' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const chosen = useRef<() => void>(undefined);
  // A closing menu gives the focus back in the next frame. What was chosen comes after that, or a field
  // that it opens would lose the focus again.
  useEffect(() => {
    const act = chosen.current;
    if (open || !act) return;
    chosen.current = undefined;
    requestAnimationFrame(act);
  }, [open]);
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={`button plain ${className}`} aria-label={label}>
        {button}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <AriaMenu className="menu" aria-label={label}>
          {entries.map((entry) =>
            'href' in entry ? (
              <MenuItem
                key={entry.words}
                className="menu-item"
                href={entry.href}
                {...(entry.download ? { download: entry.download } : {})}
              >
                {entry.words}
              </MenuItem>
            ) : (
              <MenuItem
                key={entry.words}
                className="menu-item"
                onAction={() => {
                  chosen.current = entry.act;
                }}
              >
                {entry.words}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
