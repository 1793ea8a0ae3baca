import type { BehaviourLine } from '../../shared/values/api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { t } from '../words.ts';

/** Whose promise it is: their name, their seat with its side, and whether they have left. */
export function Leader({ leader }: { readonly leader: BehaviourLine['leader'] }) {
  const { name, seat, isPseudonym, hasLeft } = leader;
  const about = [seat?.name, isPseudonym && t('partnerships.pseudonym'), hasLeft && t('values.hasLeft')];
  return (
    <div className="leader">
      <h3 dir="auto">{seat ? <SideMark side={seat.side}>{name}</SideMark> : name}</h3>
      <p className="small" dir="auto">
        {about.filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
