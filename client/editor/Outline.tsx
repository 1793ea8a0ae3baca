import type { LexicalEditor } from 'lexical';
import { t } from '../words.ts';
import { $outline, goToHeading, type OutlineEntry } from './outline.ts';
import { useEditorValue } from './useEditorValue.ts';

const NONE: readonly OutlineEntry[] = [];

/** The document's headings, to move by. */
export function Outline({ editor }: { readonly editor: LexicalEditor }) {
  const entries = useEditorValue(editor, $outline as () => readonly OutlineEntry[], NONE);
  return (
    <nav className="editor-outline" aria-label={t('editor.outline.title')}>
      <details open={matchMedia('(min-width: 1101px)').matches}>
        <summary>{t('editor.outline.title')}</summary>
        {entries.length === 0 ? (
          <p className="small">{t('editor.outline.none')}</p>
        ) : (
          <ol>
            {entries.map(({ key, level, words }) => (
              <li key={key} data-level={level}>
                <button type="button" onClick={() => goToHeading(editor, key)}>
                  {words}
                </button>
              </li>
            ))}
          </ol>
        )}
      </details>
    </nav>
  );
}
