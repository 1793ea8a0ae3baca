import { actsOf } from '../../shared/decisions/actsOf.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { Offer } from '../../shared/decisions/offers.ts';
import type { DecisionAnswer, DraftState, LinkedDecision } from '../../shared/decisions/recordApi.ts';
import { type Viewer, viewOf } from '../../shared/decisions/view.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { actorOfMember } from '../ledger/store.ts';
import type { DecisionAccess } from './access.ts';
import { actorFor, NO_ACTOR } from './actors.ts';
import { blockName } from './blockNames.ts';
import { carryOut } from './carryOut.ts';
import { fieldVersions } from './draftFields.ts';
import { atThisMoment } from './electorate.ts';
import { happened, receiptsOf } from './happened.ts';
import { registerLine } from './line.ts';
import { mayDraft } from './mayDraft.ts';
import { mayRead } from './mayRead.ts';
import { memberHere } from './memberStore.ts';
import { namedPeople } from './naming.ts';
import { readyToOpen } from './ready.ts';
import { shownAnswers } from './shownAnswers.ts';
import { shownRecord } from './shownRecord.ts';
import { type DecisionRow, decisionRow, followersOf } from './store.ts';
import { textsOf } from './textStore.ts';

/**
 * A decision as one person may see it at this moment, with all that its page needs. Whatever has fallen due by then is
 * carried out first.
 */
export function shown(
  context: Context,
  { decisionId, partnershipId, member: { id: memberId } }: DecisionAccess,
): DecisionAnswer | Refusal {
  const { db } = context;
  const now = context.now();
  carryOut(context, now);
  const row = decisionRow(db.orm, decisionId);
  const member = memberHere(db, partnershipId, memberId);
  if (!row || !member || !mayRead(row, member)) return notFound();
  const decision = row.body;
  const actor = actorFor(member, actorOfMember(db.orm, partnershipId, memberId) ?? NO_ACTOR, row);
  const viewer = { seats: actor.seats, facilitates: actor.roles.includes('facilitator') };
  const view = viewOf(decision, viewer);
  const terms = decision.sealed ?? atThisMoment(db, partnershipId, decision.draft, now);
  const acts = actsOf(decision, actor, now);
  const answers = shownAnswers(db, partnershipId, { decision, terms, viewer, view });
  const record = shownRecord(decision, terms);
  const timeline = happened(db, row, viewer, answers.seats);
  return {
    id: decisionId,
    partnershipId,
    now,
    line: registerLine(row, actor, now, acts),
    terms,
    sealed: decision.sealed,
    draft: draftState(db, row, now, terms),
    state: decision.state,
    versions: decision.versions,
    texts: shownTexts(db, decision, terms),
    ...answers,
    ...record,
    people: namedPeople(db, [answers, record, timeline, decision.versions]),
    me: {
      actor: actor.id === NO_ACTOR ? null : actor.id,
      seats: actor.seats,
      capacity: decision.capacities.find(({ person }) => person === actor.id)?.seat ?? null,
      facilitates: viewer.facilitates,
      receipts: receiptsOf(db, row, actor.id),
    },
    acts: acts
      .filter(({ kind }) => kind !== 'set_draft' || !mayDraft(member))
      .map((offer) => calledAsShown(decision, viewer, offer)),
    timeline,
    ...links(db, row, member),
  };
}

function draftState(
  db: Context['db'],
  { body, partnershipId, sensitivity }: DecisionRow,
  now: number,
  terms: DecisionAnswer['terms'],
): DraftState | null {
  if (body.state.kind !== 'draft') return null;
  const whole = readyToOpen(db, partnershipId, terms, now);
  return {
    versions: fieldVersions({ draft: body.draft, restricted: sensitivity === 'restricted' }),
    problems: isRefusal(whole) ? (whole.fields ?? {}) : {},
  };
}

/** The words that this decision names: the proposal's, each version's, each alternative's. */
function shownTexts(
  { orm }: Context['db'],
  { id, versions }: Decision,
  { proposal, alternatives = [] }: DecisionAnswer['terms'],
): Record<string, readonly Block[]> {
  const kept = textsOf(orm, id);
  const hashes = new Set([...versions, ...alternatives].map(({ hash }) => hash));
  if (proposal !== undefined) hashes.add(proposal);
  return Object.fromEntries([...hashes].map((hash) => [hash, kept.get(hash) ?? []]));
}

/** Where answers are shown by side, acts on a block don't say whose it is. */
function calledAsShown(decision: Decision, { seats, facilitates }: Viewer, offer: Offer): Offer {
  const name = (seat: string) =>
    blockName(
      decision,
      seat,
      facilitates || seats.includes(seat) || decision.sealed?.rule.visibility.by === 'seat',
    );
  switch (offer.kind) {
    case 'test_block':
    case 'answer_block':
    case 'release_block':
      return { ...offer, block: name(offer.block) };
    case 'decide':
      return { ...offer, blocks: offer.blocks.map(name) };
    default:
      return offer;
  }
}

function links(
  { orm }: Context['db'],
  { id, partnershipId, follows }: DecisionRow,
  member: OwnMember,
): Pick<DecisionAnswer, 'follows' | 'followedBy'> {
  const linked = (row: DecisionRow | undefined): LinkedDecision[] =>
    row && mayRead(row, member) ? [{ id: row.id, number: row.number, question: row.question }] : [];
  return {
    follows: linked(follows === null ? undefined : decisionRow(orm, follows))[0] ?? null,
    followedBy: followersOf(orm, partnershipId, id).flatMap(linked),
  };
}
