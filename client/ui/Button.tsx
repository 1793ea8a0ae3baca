import type { ButtonHTMLAttributes, Ref } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` is the one thing to do on the screen; `quiet` and `plain` stand back from it. */
  readonly look?: 'main' | 'quiet' | 'plain';
  /** While true the press does nothing, and assistive technology hears that it is busy. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/**
 * A button, which does not submit unless told to. A busy button keeps its place and its focus:
 * a disabled one would drop the focus of whoever pressed it.
 */
export function Button({
  look = 'main',
  busy = false,
  className = '',
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button ${look} ${className}`}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  );
}
