import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { AmendAct } from './AmendAct.tsx';
import { BodyAct } from './BodyAct.tsx';
import { ConflictAct } from './ConflictAct.tsx';
import { DecideAct } from './DecideAct.tsx';
import { ExtendAct } from './ExtendAct.tsx';
import { bodyName, type OwnOffer, sayAct, seatName } from './ownOffers.ts';
import { ReviewAct } from './ReviewAct.tsx';
import { type Asked, REASON, SimpleAct } from './SimpleAct.tsx';
import { SupersedeAct } from './SupersedeAct.tsx';

export interface ActForProps {
  readonly decision: DecisionAnswer;
  readonly offer: OwnOffer;
  readonly onClose: () => void;
}

const { fields } = words;

/** The dialog of one act. */
export function ActFor({ decision, offer, onClose }: ActForProps) {
  const common = { decision, onClose };
  const { name, about, verb } = sayAct(decision, offer);
  const simple = { ...common, name, about, verb };
  switch (offer.kind) {
    case 'withdraw':
    case 'close_early':
    case 'stop_trial':
      return <SimpleAct {...simple} fixed={{ kind: offer.kind }} asks={[REASON]} />;
    case 'open_next_round':
      return <SimpleAct {...simple} fixed={{ kind: offer.kind }} asks={[]} />;
    case 'hold_meeting':
      return <SimpleAct {...simple} fixed={{ kind: offer.kind }} asks={[lines('about', fields.meeting)]} />;
    case 'write_statement':
      return <SimpleAct {...simple} fixed={{ kind: offer.kind }} asks={[lines('text', fields.statement)]} />;
    case 'correct': {
      const asks: Asked[] = [
        { name: 'about', as: 'line', label: fields.about },
        lines('reason', fields.correct),
      ];
      return <SimpleAct {...simple} fixed={{ kind: offer.kind }} asks={asks} />;
    }
    case 'add_minority_statement':
      return (
        <SimpleAct
          {...simple}
          fixed={{ kind: offer.kind, seat: offer.seat }}
          asks={[lines('text', fields.minority)]}
        />
      );
    case 'test_block':
      return (
        <SimpleAct
          {...simple}
          note={offer.as === null ? undefined : say(fields.forSeat, { seat: seatName(decision, offer.as) })}
          fixed={{
            kind: 'test_block',
            seat: offer.block,
            question: offer.question,
            ...(offer.as === null ? {} : { as: offer.as }),
          }}
          asks={[testOf(offer.question), REASON]}
        />
      );
    case 'answer_block':
      return (
        <SimpleAct
          {...simple}
          fixed={{ kind: offer.kind, seat: offer.block }}
          asks={[lines('text', fields.blockAnswer)]}
        />
      );
    case 'release_block':
      return <SimpleAct {...simple} fixed={{ kind: offer.kind, seat: offer.block }} asks={[REASON]} />;
    case 'answer_condition':
      return (
        <SimpleAct
          {...simple}
          note={`${fields.theCondition} “${conditionOf(decision, offer.body)}”`}
          fixed={{ kind: offer.kind, body: offer.body }}
          asks={[
            {
              name: 'accepted',
              as: 'yes_or_no',
              label: fields.accept,
              yes: [fields.accepted, fields.acceptedAbout],
              no: [fields.notAccepted, fields.notAcceptedAbout],
            },
            REASON,
          ]}
        />
      );
    case 'meet_condition':
      return (
        <SimpleAct
          {...simple}
          note={`“${decision.conditions.find(({ id }) => id === offer.condition)?.text ?? ''}”`}
          fixed={{ kind: offer.kind, condition: offer.condition }}
          asks={[{ name: 'reference', as: 'line', label: fields.reference, hint: fields.referenceHint }]}
        />
      );
    case 'handle_conflict':
      return <ConflictAct {...common} />;
    case 'amend':
      return <AmendAct {...common} offer={offer} />;
    case 'extend':
      return <ExtendAct {...common} offer={offer} />;
    case 'decide':
      return <DecideAct {...common} offer={offer} />;
    case 'answer_for_body':
      return <BodyAct {...common} offer={offer} />;
    case 'review':
      return <ReviewAct {...common} />;
    case 'supersede':
      return <SupersedeAct {...common} />;
  }
}

function lines(name: string, label: string): Asked {
  return { name, as: 'lines', label };
}

function testOf(question: Extract<Offer, { kind: 'test_block' }>['question']): Asked {
  const isBlock = question === 'is_a_block';
  return {
    name: 'yes',
    as: 'yes_or_no',
    label: isBlock ? fields.isBlock : fields.isAddressed,
    yes: isBlock
      ? [fields.isBlockYes, fields.isBlockYesAbout]
      : [fields.isAddressedYes, fields.isAddressedYesAbout],
    no: isBlock
      ? [fields.isBlockNo, fields.isBlockNoAbout]
      : [fields.isAddressedNo, fields.isAddressedNoAbout],
  };
}

function conditionOf({ bodies }: DecisionAnswer, id: string): string {
  const answer = bodies.find(({ body }) => body.id === id)?.answer;
  return answer?.kind === 'ratified_with_condition' ? answer.condition : bodyName({ bodies }, id);
}
