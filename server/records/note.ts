import { entry } from '../../shared/ledger/entry.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { actorOf, append } from '../ledger/append.ts';

/** Who erases, and where. */
export interface By {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/** What was erased, as a line of its own with who and why. Call it inside the transaction that erases. */
export function note(
  { newId }: Pick<Context, 'newId'>,
  orm: Context['db']['orm'],
  { partnershipId, member }: By,
  done: {
    readonly subject: string;
    readonly kind: 'words_erased' | 'person_forgotten';
    readonly at: number;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly reason: string;
  },
): void {
  const { subject, kind, at, payload, reason } = done;
  const actor = actorOf(orm, { partnershipId, memberId: member.id, newId });
  append(orm, {
    ...{ partnershipId, subject, recordedAt: at },
    entries: [entry(kind, at, actor, payload, { reason })],
  });
}
