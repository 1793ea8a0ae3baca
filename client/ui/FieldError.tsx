import type { ReactNode } from 'react';

/** What is wrong with a field, with a sign before it so that it does not rest on colour. */
export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M8 1 15.5 14.5H.5ZM8 6v4M8 12v.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {children}
    </p>
  );
}
