import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';

/** Answers have a form of their own, and drafts a page of their own. */
const ELSEWHERE = [
  'set_draft',
  'open',
  'take_temperature',
  'declare_capacity',
  'confirm_position',
  'take_position',
  'record_position',
] as const;

/** An act that is offered here. */
export type OwnOffer = Exclude<OneKind<Offer>, { kind: (typeof ELSEWHERE)[number] }>;

/** Each kind of offer alone, where several share a shape. */
type OneKind<O extends Offer> = O extends Offer
  ? { [K in O['kind']]: Omit<O, 'kind'> & { readonly kind: K } }[O['kind']]
  : never;

export function isOwn(offer: Offer): offer is OwnOffer {
  return !(ELSEWHERE as readonly string[]).includes(offer.kind);
}

/** What an act is about: a block, a body or a condition by its id; null: the decision as a whole. */
export function subjectOf(offer: OwnOffer): string | null {
  if ('block' in offer) return offer.block;
  if ('body' in offer) return offer.body;
  return 'condition' in offer ? offer.condition : null;
}

/** What stands for an act in lists. */
export function keyOf(offer: OwnOffer): string {
  const more = 'question' in offer ? `${offer.question} ${offer.as}` : 'seat' in offer ? offer.seat : '';
  return `${offer.kind} ${subjectOf(offer) ?? ''} ${more}`;
}

export interface ActWords {
  readonly name: string;
  readonly about: string;
  readonly verb: string;
}

/** What an act is called, what it will do, and what its button says. */
export function sayAct(decision: DecisionAnswer, offer: OwnOffer): ActWords {
  const { name, about, do: verb } = words.acts[wordsKey(offer)];
  const body = 'body' in offer ? bodyName(decision, offer.body) : '';
  const called = say(name, { body });
  const seat = 'seat' in offer ? offer.seat : 'as' in offer ? offer.as : null;
  const several = decision.me.seats.length > 1 && seat !== null;
  return {
    name: several ? say(words.ofSeat, { act: called, seat: seatName(decision, seat) }) : called,
    about,
    verb,
  };
}

function wordsKey(offer: OwnOffer): keyof typeof words.acts {
  if (offer.kind !== 'test_block') return offer.kind;
  return offer.question === 'is_a_block' ? 'test_block_is' : 'test_block_addressed';
}

export function seatName({ seats }: Pick<DecisionAnswer, 'seats'>, id: string): string {
  return seats.find((seat) => seat.id === id)?.name ?? words.aSeat;
}

export function bodyName({ bodies }: Pick<DecisionAnswer, 'bodies'>, id: string): string {
  return bodies.find(({ body }) => body.id === id)?.body.name ?? id;
}
