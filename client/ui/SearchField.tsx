import { useId, useRef } from 'react';
import { t } from '../words.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A search that narrows what is below while one types. Escape empties it. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  return (
    <search className="field search-field">
      <label htmlFor={id}>{label}</label>
      <div className="search-line">
        <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
          <path
            d="M11 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-1.2 2.8L14 14"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </svg>
        <input
          ref={input}
          id={id}
          type="search"
          value={value}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onChange('')}
        />
        {value !== '' && (
          <button type="button" className="icon-button" onClick={clear}>
            <VisuallyHidden>{t('ui.clearSearch')}</VisuallyHidden>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="m3.5 3.5 9 9m0-9-9 9" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
            </svg>
          </button>
        )}
      </div>
    </search>
  );
}
