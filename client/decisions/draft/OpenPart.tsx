import { useState } from 'react';
import { many } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Button } from '../../ui/Button.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { OpenDialog } from './OpenDialog.tsx';
import { useAnythingUnsaved } from './unsaved.ts';

export interface OpenPartProps extends DraftPartProps {
  /** All that is missing, whether or not one has tried to open yet. */
  readonly missing: Readonly<Record<string, string>>;
  readonly onTried: () => void;
}

/** What is still missing, all of it at once and each a way to its field; then opening, with a look at what is sealed. */
export function OpenPart({ missing, onTried, ...part }: OpenPartProps) {
  const { decision, problems } = part;
  const [opening, setOpening] = useState(false);
  const unsaved = useAnythingUnsaved();
  const mayOpen = decision.acts.some(({ kind }) => kind === 'open');
  const fields = Object.entries(missing);
  const press = () => {
    onTried();
    if (fields.length === 0 && !unsaved) setOpening(true);
  };
  const tried = Object.keys(problems).length > 0;
  return (
    <section className="draft-open" aria-labelledby="draft-open">
      <h2 id="draft-open">{words.missing.heading}</h2>
      {fields.length === 0 ? (
        <p>
          <b>✓ {words.missing.none}</b> {mayOpen ? words.missing.noneYours : words.missing.noneHow}
        </p>
      ) : (
        <div role={tried ? 'alert' : undefined}>
          <p>{many(fields.length, [words.missing.all_one, words.missing.all_other])}</p>
          <ul>
            {fields.map(([field, says]) => (
              <li key={field}>
                <a href={`#field-${field}`} onClick={() => focusIn(field)}>
                  {says}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayOpen && unsaved && fields.length === 0 && <p className="small">{words.open.unsaved}</p>}
      {mayOpen && <Button onClick={press}>{words.open.do}</Button>}
      {opening && <OpenDialog {...part} onClose={() => setOpening(false)} />}
    </section>
  );
}

/** Where one writes what is missing. */
function focusIn(field: string): void {
  const place = document.getElementById(`field-${field}`);
  requestAnimationFrame(() =>
    place?.querySelector<HTMLElement>('input, textarea, select, button, summary')?.focus(),
  );
}
