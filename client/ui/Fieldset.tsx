import type { ReactNode } from 'react';
import { Described, useDescribed } from './Labelled.tsx';

export interface FieldsetProps {
  readonly className: string;
  readonly legend: string;
  /** Where a heading above says the same. */
  readonly hideLegend?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Gets the id that its parts' ids begin with. */
  readonly children: (id: string) => ReactNode;
}

/** Controls that belong together under one question. */
export function Fieldset({ className, legend, hideLegend, hint, error, children }: FieldsetProps) {
  const { id, ...described } = useDescribed(hint, error);
  return (
    <fieldset className={className} {...described}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      <Described id={id} hint={hint} error={error} />
      {children(id)}
    </fieldset>
  );
}
