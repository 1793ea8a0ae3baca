import { Link } from 'wouter';
import type { CalledOn } from '../../shared/values/api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { sayWhen, t } from '../words.ts';

/** The blocks that rested on a value: who raised each, in which decision, and what came of it. */
export function CalledOnList({ blocks }: { readonly blocks: readonly CalledOn[] }) {
  if (blocks.length === 0) return null;
  return (
    <details className="value-history">
      <summary>{t('values.calledOn', { count: blocks.length })}</summary>
      <ul className="called-on">
        {blocks.map(({ decision, side, seat, reason, state, at }) => (
          <li key={`${decision.id} ${side} ${seat} ${at} ${reason}`}>
            <p>
              {seat ? <SideMark side={side}>{seat}</SideMark> : <SideMark side={side} />}{' '}
              {at !== null && <span className="small">{sayWhen(at, Date.now())}</span>}
            </p>
            <blockquote dir="auto">{reason}</blockquote>
            <p className="small">
              {t(`values.cameOf.${state}`)}{' '}
              <Link href={`/decisions/${decision.id}`}>
                {t('values.calledOnIn', { number: decision.number, question: decision.question })}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
