import type { Db } from '../../db/open.ts';
import { type Entry, entry, TIME } from '../../shared/ledger/entry.ts';
import { actorOf, append } from '../ledger/append.ts';
import type { Change } from '../partnerships/changing.ts';

type Orm = Db['orm'];

/** A leader's signature, bound to the words that they signed. Call it inside the transaction that signs. */
export function noteSigned(
  orm: Orm,
  { partnershipId, memberId, at }: Pick<Change, 'partnershipId' | 'memberId' | 'at'>,
  newId: () => string,
  signed: {
    readonly behaviourId: string;
    readonly version: number;
    readonly will: string;
    readonly willNot: string;
    readonly seen: string;
  },
): void {
  const { behaviourId, version, will, willNot, seen } = signed;
  const actor = actorOf(orm, { partnershipId, memberId, newId });
  const line = entry('behaviour_signed', at, actor, { version }, { will, willNot, seen });
  append(orm, { partnershipId, subject: behaviourId, entries: [line], recordedAt: at });
}

/** What an agreed decision made of one value or behaviour: which version it adopted, or (null) that it took it back. */
export interface MadeOf {
  readonly kind: 'value' | 'behaviour';
  readonly subjectId: string;
  readonly version: number | null;
  readonly hash: string;
}

/** Adopting and taking back: nobody's own act, but what follows from a decision. `decision` is null for a restricted one. */
export function noteAdopted(
  orm: Orm,
  where: { readonly partnershipId: string; readonly decision: string | null; readonly at: number },
  made: readonly MadeOf[],
): void {
  const { partnershipId, decision, at } = where;
  for (const { kind, subjectId: subject, version, hash } of made) {
    const line: Entry =
      version === null
        ? entry(`${kind}_retired`, at, TIME, { decision })
        : entry(`${kind}_adopted`, at, TIME, { decision, version, hash });
    append(orm, { partnershipId, subject, entries: [line], recordedAt: at });
  }
}
