import type { BehaviourLine } from '../../shared/values/api.ts';
import { t } from '../words.ts';
import { BehaviourWords } from './BehaviourWords.tsx';

export interface BehaviourHistoryProps {
  readonly versions: BehaviourLine['versions'];
  readonly names: ReadonlyMap<string, string>;
}

/** What a leader signed before, the newest first. */
export function BehaviourHistory({ versions, names }: BehaviourHistoryProps) {
  if (versions.length < 2) return null;
  return (
    <details className="value-history">
      <summary>{t('values.history')}</summary>
      <ol reversed>
        {[...versions].reverse().map((version) => (
          <li key={version.version}>
            <BehaviourWords {...{ version, names }} />
          </li>
        ))}
      </ol>
    </details>
  );
}
