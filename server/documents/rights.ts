import type { Db } from '../../db/open.ts';
import { everyLine, presetLines, type RightLine } from '../../shared/access.ts';
import type { NewRights, RightsAnswer } from '../../shared/documents/api.ts';
import { checkRights, type Holder } from '../../shared/documents/managing.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { notFound } from '../errors.ts';
import { currentMembers, seatsIn } from '../partnerships/store.ts';
import { type DocumentScope, documentRow, rightLines } from './store.ts';

/** A document's rights as people see them: a line for each seat, then for each role, with its name. */
export async function documentRights(db: Db, scope: DocumentScope): Promise<RightsAnswer['lines']> {
  const seats = seatsIn(db, scope.partnershipId);
  return everyLine(await rightLines(db, scope), seats).map((line) => {
    const seat = line.holderKind === 'seat' ? seats.find(({ id }) => id === line.holder) : undefined;
    return {
      ...line,
      name: seat?.name ?? partnershipsWords.roles[line.holder as Role],
      side: seat?.side ?? null,
    };
  });
}

/**
 * The lines that are to replace a document's rights, one for every seat and role; or why they may not. Ask
 * inside the transaction that replaces them: who would be locked out changes with people's seats and roles.
 */
export function newLines(db: Db, scope: DocumentScope, wanted: NewRights): readonly RightLine[] | Refusal {
  const seats = seatsIn(db, scope.partnershipId);
  const lines = 'preset' in wanted ? presetLines(wanted.preset, seats) : wanted.lines;
  const document = documentRow(db.orm, scope);
  if (!document) return notFound();
  const { sensitivity, createdBy } = document;
  const refusal = checkRights(
    { sensitivity, lines },
    { holders: everyLine([], seats), members: holdersIn(db, scope.partnershipId), createdBy },
  );
  return refusal ?? everyLine(lines, seats);
}

/** Everyone in a partnership with what they hold there, as the rules about rights see them. */
export function holdersIn(db: Db, partnershipId: string): Holder[] {
  return currentMembers(db, partnershipId).map(({ id, seats, roles }) => ({
    memberId: id,
    seatIds: seats.map((seat) => seat.id),
    roles,
  }));
}
