import type { ValueLine } from '../../shared/values/api.ts';
import { t } from '../words.ts';
import { DecidedBy } from './DecidedBy.tsx';
import { ProposedBy } from './ProposedBy.tsx';
import { ValueWords } from './ValueWords.tsx';

/** How a value's words came about, the newest first. */
export function ValueHistory({ value }: { readonly value: ValueLine }) {
  if (value.versions.length < 2) return null;
  return (
    <details className="value-history">
      <summary>{t('values.history')}</summary>
      <ol reversed>
        {[...value.versions].reverse().map((version) => (
          <li key={version.version}>
            <ValueWords {...version} level={4} />
            <ProposedBy version={version} />
            <DecidedBy decision={version.decision} />
          </li>
        ))}
      </ol>
    </details>
  );
}
