import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Keyboard } from 'react-aria-components/Keyboard';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Icon } from './Icon.tsx';

export interface ToolMenuItem {
  readonly id: string;
  readonly words: string;
  readonly keys?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ToolMenuProps {
  readonly label: string;
  /** What the button shows; its name for those who listen is `label` and then this, when this is words. */
  readonly button: ReactNode;
  readonly items: readonly ToolMenuItem[];
  /** The item that holds now, when the menu is a choice of one. */
  readonly chosen?: string | null;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onChoose: (id: string) => void;
}

/** A tool with a list under it: a choice of one when `chosen` is given, else things to do. */
export function ToolMenu(props: ToolMenuProps) {
  const { label, button, items, chosen, disabled = false, className = '', onChoose } = props;
  const choosing =
    chosen === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: chosen === null ? [] : [chosen] };
  return (
    <MenuTrigger>
      <Button
        className={`tool tool-menu ${className}`}
        aria-label={typeof button === 'string' ? `${label}: ${button}` : label}
        isDisabled={disabled}
        preventFocusOnPress
      >
        {button}
        <Icon name="down" />
      </Button>
      <Popover className="tool-popover" placement="bottom start">
        <Menu
          className="tool-list"
          aria-label={label}
          {...choosing}
          onAction={(key) => onChoose(String(key))}
        >
          {items.map(({ id, words, keys, disabled: off }) => (
            <MenuItem key={id} id={id} className="tool-item" textValue={words} isDisabled={off ?? false}>
              <Text slot="label">{words}</Text>
              {keys && <Keyboard className="tool-keys">{keys.join(' ')}</Keyboard>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
