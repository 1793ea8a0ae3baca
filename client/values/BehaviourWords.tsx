import type { BehaviourLine } from '../../shared/values/api.ts';
import { sayWhen, t } from '../words.ts';
import { DecidedBy } from './DecidedBy.tsx';

export interface BehaviourWordsProps {
  readonly version: BehaviourLine['versions'][number];
  readonly names: ReadonlyMap<string, string>;
  readonly isDue?: boolean;
}

/** A promise as it is read: what its leader will do and will not, how it is seen, and when it is looked at again. */
export function BehaviourWords({ version, names, isDue = false }: BehaviourWordsProps) {
  const { will, willNot, seen, valueIds, reviewAt, signedAt, decision } = version;
  const review = sayWhen(reviewAt, Date.now());
  const values = valueIds.flatMap((id) => names.get(id) ?? []);
  return (
    <>
      <dl className="promise">
        {[
          [t('values.will'), will],
          [t('values.willNot'), willNot],
          [t('values.seen'), seen],
          ...(values.length > 0 ? [[t('values.belongsTo'), values.join(' · ')]] : []),
        ].map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      {signedAt !== null && (
        <p className="small">
          {t('values.signedWhen', { when: sayWhen(signedAt, Date.now()) })}
          {!isDue && <> · {t('values.lookAgain', { when: review })}</>}
        </p>
      )}
      {isDue && <p className="due-mark">{t('values.due', { when: review })}</p>}
      {decision && <DecidedBy decision={decision} />}
    </>
  );
}
