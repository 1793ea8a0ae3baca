import type { Db } from '../../db/open.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { BehaviourLine, ValueLine, ValuesAnswer } from '../../shared/values/api.ts';
import { adoptedOf, signedOf } from '../../shared/values/inUse.ts';
import { mayPropose, mayRetire, mayWrite } from '../../shared/values/may.ts';
import { heldSeats } from '../partnerships/store.ts';
import {
  decisionNames,
  type KeptBehaviour,
  type KeptValue,
  keptBehaviours,
  keptValues,
  namesIn,
} from './store.ts';

/** Every value and behaviour that a partnership has or had, with what this member may do with it. */
export function valuesAnswerFor(
  db: Db,
  partnershipId: string,
  { me, now }: { readonly me: OwnMember; readonly now: number },
): ValuesAnswer {
  const says = { names: namesIn(db, partnershipId), decision: decisionNames(db, partnershipId) };
  return {
    values: keptValues(db, partnershipId).map((value) => valueLine(value, me, says)),
    behaviours: keptBehaviours(db, partnershipId)
      .filter(({ leaderId, versions }) => leaderId === me.id || signedOf(versions).length > 0)
      .map((one) => behaviourLine(db, one, { me, now, ...says })),
    mayPropose: mayPropose(me) === undefined,
    mayWrite: mayWrite(me, me.id) === undefined,
  };
}

interface Says {
  readonly names: ReturnType<typeof namesIn>;
  readonly decision: ReturnType<typeof decisionNames>;
}

function valueLine(value: KeptValue, me: OwnMember, says: Says): ValueLine {
  const ownerId = value.versions[0]?.proposedBy ?? null;
  return {
    id: value.id,
    versions: value.versions.map(({ version, words, practice, question, at, ...rest }) => ({
      ...{ version, words, practice, question, at },
      proposedBy: says.names.person(rest.proposedBy),
      seat: says.names.seat(rest.proposedSeat),
      decision: says.decision(rest.decisionId),
    })),
    ...endOf(value, { me, ownerId, kind: 'value', says }),
  };
}

function behaviourLine(
  db: Db,
  kept: KeptBehaviour,
  { me, now, ...says }: Says & { readonly me: OwnMember; readonly now: number },
): BehaviourLine {
  const isMine = kept.leaderId === me.id;
  const signed = signedOf(kept.versions);
  const [seat] = heldSeats(db, kept.leaderId);
  return {
    id: kept.id,
    leader: { ...kept.leader, seat: seat ? { name: seat.name, side: seat.side } : null },
    // What somebody has written and not signed is nobody else's to read yet.
    versions: (isMine ? kept.versions : signed).map(({ version, will, willNot, seen, ...rest }) => ({
      ...{ version, will, willNot, seen, at: rest.at, reviewAt: rest.reviewAt, signedAt: rest.signedAt },
      valueIds: [...rest.valueIds],
      decision: says.decision(rest.decisionId),
    })),
    ...endOf(kept, { me, ownerId: kept.leaderId, kind: 'behaviour', says }),
    isMine,
    isDue: kept.retiredAt === null && (signed.at(-1)?.reviewAt ?? Number.POSITIVE_INFINITY) <= now,
  };
}

interface Whose {
  readonly me: OwnMember;
  readonly ownerId: string | null;
  readonly kind: 'value' | 'behaviour';
  readonly says: Says;
}

function endOf(kept: KeptValue | KeptBehaviour, { me, ownerId, kind, says }: Whose) {
  const adopted = adoptedOf<{ version: number; decisionId: string | null }>(kept.versions) !== undefined;
  const { retiredAt, retiredBy, retiredReason, retiredDecisionId } = kept;
  return {
    retired:
      retiredAt === null
        ? null
        : {
            at: retiredAt,
            by: says.names.person(retiredBy),
            reason: retiredReason ?? '',
            decision: says.decision(retiredDecisionId),
          },
    mayRetire: retiredAt === null && mayRetire(me, { adopted, ownerId, kind }) === undefined,
  };
}
