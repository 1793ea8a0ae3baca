import { sinceWords as words } from '../../shared/messages/en/since.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Since } from '../../shared/since/api.ts';
import './since.css';

type Change = Omit<Since['changes'][number], 'by'> & { readonly by?: readonly string[] };

export interface SentenceChangesProps {
  readonly changes: readonly Change[];
  readonly label: string;
  /** What each is called, where it is not what is new since one was last here. */
  readonly called?: Readonly<Record<Change['how'] | 'was', string>>;
}

/** Sentences that are new, gone, or say something else now, each with its word for that. */
export function SentenceChanges({ changes, label, called = words }: SentenceChangesProps) {
  return (
    <ul className="since-list" aria-label={label}>
      {changes.map(({ how, was, now, by = [] }) => (
        <li key={`${how} ${was} ${now}`} data-how={how} dir="auto">
          <b>{called[how]}:</b> {now ?? was}
          {how === 'changed' && was !== null && (
            <span className="since-was">{fill(called.was, { was })}</span>
          )}
          {by.length > 0 && <span className="small"> {fill(words.by, { names: by.join(', ') })}</span>}
        </li>
      ))}
    </ul>
  );
}
