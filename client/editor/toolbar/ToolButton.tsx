import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Icon, type IconName } from './Icon.tsx';

export interface ToolButtonProps {
  readonly icon: IconName;
  /** The tool's name. It is also shown on hovering, with the key that does the same. */
  readonly label: string;
  readonly keys?: readonly string[] | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown only where there is room: the phone's bar keeps it under "More". */
  readonly wide?: boolean | undefined;
  readonly onPress: () => void;
}

/** One writing tool. Pressing it with a pointer leaves the caret where it is. */
export function ToolButton({ icon, label, keys, pressed, disabled, wide, onPress }: ToolButtonProps) {
  const shared = {
    className: wide ? 'tool tool-wide' : 'tool',
    'aria-label': label,
    isDisabled: disabled ?? false,
    preventFocusOnPress: true,
  };
  const tip = keys ? `${label} (${keys.join(' ')})` : label;
  return pressed === undefined ? (
    <span title={tip} className="tool-tip">
      <Button {...shared} onPress={onPress}>
        <Icon name={icon} />
      </Button>
    </span>
  ) : (
    <span title={tip} className="tool-tip">
      <ToggleButton {...shared} isSelected={pressed} onChange={onPress}>
        <Icon name={icon} />
      </ToggleButton>
    </span>
  );
}
