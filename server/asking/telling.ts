import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { notify } from '../notifications/notify.ts';
import type { AskingRow } from './store.ts';
import { type Found, findSubject } from './subject.ts';

interface Under {
  readonly orm: Db['orm'];
  readonly afterCommit: AfterCommit;
}

export const ASKING_NOTICES = ['asked', 'asking_closing', 'asking_outcome', 'asking_withdrawn'] as const;
export type AskingNotice = (typeof ASKING_NOTICES)[number];

interface ToTell {
  readonly kind: AskingNotice;
  readonly memberIds: readonly string[];
  readonly at: number;
  readonly byMemberId: string | null;
}

/** Tells people of what happened to an asking, once each, inside its transaction. */
export function tellPeople(
  { mail }: Pick<Context, 'mail'>,
  { orm, afterCommit }: Under,
  { id, partnershipId, rung }: AskingRow,
  { kind, ...tell }: ToTell,
): void {
  const anyone = notify(orm, {
    ...tell,
    ...{ kind, partnershipId },
    eventKey: `${kind}:${id}`,
    about: { kind: 'asking', id },
    needsMe: rung !== 'inform' && (kind === 'asked' || kind === 'asking_closing'),
  });
  if (anyone) afterCommit(() => mail.wake());
}

/** Tells open pages that what people are asked has changed: only those who may read what it is about. */
export function tellChanged(
  { changes, db }: Pick<Context, 'changes' | 'db'>,
  { afterCommit }: Under,
  { about }: Found,
  { id, partnershipId }: AskingRow,
): void {
  afterCommit(() =>
    changes.tell(partnershipId, { kind: 'asking', id }, (hearer) => {
      const member = memberHere(db, partnershipId, hearer.id);
      return member !== undefined && findSubject(db, about)?.mayRead(member) === true;
    }),
  );
}
