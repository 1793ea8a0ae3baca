import { useState } from 'react';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { Button } from '../../ui/Button.tsx';
import { ActFor } from './ActFor.tsx';
import { isOwn, keyOf, type OwnOffer, sayAct, subjectOf } from './ownOffers.ts';
import './acts.css';

export interface ActsProps {
  readonly decision: DecisionAnswer;
  /** A block, a body or a condition by its id; null: the decision as a whole. */
  readonly about: string | null;
  /** Only these, in this order; left out, all that this person may do, in the usual order. */
  readonly kinds?: readonly OwnOffer['kind'][];
}

/** What moves things on first; what ends them last. */
const USUAL_ORDER: readonly OwnOffer['kind'][] = [
  'decide',
  'amend',
  'open_next_round',
  'close_early',
  'extend',
  'hold_meeting',
  'handle_conflict',
  'write_statement',
  'add_minority_statement',
  'test_block',
  'answer_block',
  'release_block',
  'answer_for_body',
  'answer_condition',
  'meet_condition',
  'review',
  'correct',
  'stop_trial',
  'supersede',
  'withdraw',
];

/**
 * What this person may do now about one thing of a decision, each with what it will do in a sentence; nothing when there
 * is nothing. Beside a block, a body or a condition the sentences are left to the dialogs.
 */
export function Acts({ decision, about, kinds }: ActsProps) {
  const [open, setOpen] = useState<OwnOffer>();
  const order = kinds ?? USUAL_ORDER;
  const offers = decision.acts
    .filter(isOwn)
    .filter((offer) => subjectOf(offer) === about && (!kinds || kinds.includes(offer.kind)))
    .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  // A dialog stays with what was typed in it, even when the act is no longer to be had: then it is refused in words.
  if (offers.length === 0 && !open) return null;
  return (
    <>
      <ul className={about === null ? 'acts' : 'acts in-row'}>
        {offers.map((offer) => {
          const { name, about: sentence } = sayAct(decision, offer);
          return (
            <li key={keyOf(offer)}>
              <Button look="plain" onClick={() => setOpen(offer)}>
                {name}
              </Button>
              {about === null && <p className="small">{sentence}</p>}
            </li>
          );
        })}
      </ul>
      {open && <ActFor key={keyOf(open)} {...{ decision, offer: open }} onClose={() => setOpen(undefined)} />}
    </>
  );
}
