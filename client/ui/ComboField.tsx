import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { FieldError } from './FieldError.tsx';
import type { Labels } from './Labelled.tsx';

export interface ComboFieldProps extends Labels {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** What the button that shows all of them says. */
  readonly showAll: string;
  /** What stands where nothing is left of the list. */
  readonly none: string;
}

/** One out of a list that is too long to look through: what is typed narrows it, wherever in a name it stands. */
export function ComboField(props: ComboFieldProps) {
  const { label, hint, error, value, onChange, options, showAll, none } = props;
  const errorId = useId();
  return (
    <ComboBox
      className="field combo"
      value={value}
      onChange={(chosen) => chosen !== null && onChange(String(chosen))}
      defaultItems={options}
      isInvalid={error !== undefined}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" elementType="p" className="hint">
          {hint}
        </Text>
      )}
      {error && (
        <Text slot="errorMessage" elementType="div">
          <FieldError id={errorId}>{error}</FieldError>
        </Text>
      )}
      <div className="combo-line">
        <Input autoComplete="off" />
        <Button className="icon-button" aria-label={showAll}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="m3 6 5 5 5-5"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.8"
              strokeLinecap="round"
            />
          </svg>
        </Button>
      </div>
      <Popover className="menu-popover combo-popover">
        <ListBox className="menu" renderEmptyState={() => <p className="hint combo-none">{none}</p>}>
          {({ id, name }: ComboFieldProps['options'][number]) => (
            <ListBoxItem id={id} textValue={name} className="menu-item">
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
