import type { ValueLine } from '../../shared/values/api.ts';
import { sayWhen, t } from '../words.ts';

/** That something counts no more, who or what took it back, and why. */
export function TakenBack({ retired }: { readonly retired: NonNullable<ValueLine['retired']> }) {
  const { at, by, reason, decision } = retired;
  const when = sayWhen(at, Date.now());
  return (
    <p className="taken-back" dir="auto">
      {sayWho({ by, number: decision?.number ?? null, when })} {reason !== '' && t('values.why', { reason })}
    </p>
  );
}

function sayWho({
  by,
  number,
  when,
}: {
  readonly by: string | null;
  readonly number: number | null;
  readonly when: string;
}): string {
  if (number !== null) return t('values.takenBackByDecision', { number, when });
  return by === null ? t('values.takenBackWhen', { when }) : t('values.takenBackBy', { name: by, when });
}
