import type { ValueLine } from '../../shared/values/api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { sayWhen, t } from '../words.ts';

/** Who proposed these words, for which seat, and when. */
export function ProposedBy({ version }: { readonly version: ValueLine['versions'][number] }) {
  const { proposedBy, seat, at } = version;
  return (
    <p className="small proposed-by">
      <span dir="auto">
        {t('values.proposedBy', { name: proposedBy ?? t('history.someone'), when: sayWhen(at, Date.now()) })}
      </span>
      {seat && <SideMark side={seat.side}>{seat.name}</SideMark>}
    </p>
  );
}
