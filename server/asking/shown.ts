import type { Db } from '../../db/open.ts';
import { voicesOf } from '../../shared/asking/answered.ts';
import type { AskingLine } from '../../shared/asking/api.ts';
import { meansOf } from '../../shared/asking/means.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { namesEver } from './namesStore.ts';
import { remarksAbout } from './remarksStore.ts';
import { type AskedPerson, type AskingRow, aboutOf, peopleAsked } from './store.ts';
import { type Found, findSubject } from './subject.ts';

interface Reader {
  readonly member: OwnMember;
  readonly now: number;
}

/** Of these askings, those about what this person may read, as they may see them at this moment. */
export function shownAskings(db: Db, rows: readonly AskingRow[], reader: Reader): AskingLine[] {
  const asked = peopleAsked(
    db.orm,
    rows.map(({ id }) => id),
  );
  const names = namesEver(db.orm, rows[0]?.partnershipId ?? '');
  return rows.flatMap((row) => {
    const found = findSubject(db, aboutOf(row));
    if (!found?.mayRead(reader.member)) return [];
    return [shownAsking(db, { row, found, people: asked.get(row.id) ?? [], names }, reader)];
  });
}

interface Whole {
  readonly row: AskingRow;
  readonly found: Found;
  readonly people: readonly AskedPerson[];
  readonly names: ReturnType<typeof namesEver>;
}

function shownAsking(db: Db, { row, found, people, names }: Whole, { member, now }: Reader): AskingLine {
  const voices = voicesFor(db, row, found, people);
  const state = stateOf(row, found, now);
  const mayAsk = found.mayAsk(member);
  const own = voices.find(({ memberIds }) => memberIds.includes(member.id));
  const { id, kind } = found.about;
  return {
    id: row.id,
    about: { kind, id, title: found.title, number: found.number },
    rung: row.rung,
    means: meansOf(row.rung, found.subject),
    askedBy: names.member(row.askedBy),
    askedAt: row.askedAt,
    closesAt: row.closesAt,
    difference: row.difference,
    minutes: row.minutes,
    background: row.background,
    timeEnough: row.timeEnough,
    state,
    asked: voices.length,
    me: { asked: own !== undefined, answered: own?.answered ?? false },
    answers: mayAsk
      ? voices.map(({ seatId, memberIds, answered }) => ({
          seat: seatId === null ? null : names.seat(seatId),
          name: memberIds.map(names.member).join(', '),
          answered,
        }))
      : null,
    withdrawn: row.withdrawnAt === null ? null : { reason: row.withdrawnReason, at: row.withdrawnAt },
    outcome:
      row.outcomeAt === null
        ? null
        : {
            summary: row.summary,
            points: [...row.points],
            at: row.outcomeAt,
            by: row.outcomeBy === null ? askingWords.someone : names.member(row.outcomeBy),
          },
    may: {
      withdraw: mayAsk && (state === 'open' || state === 'over'),
      sayWhatCame: mayAsk && state === 'over',
    },
  };
}

/** Everyone who is asked, seat by seat, and whether they have answered. Only for those who ask, and for oneself. */
export function voicesFor(db: Db, row: AskingRow, found: Found, people: readonly AskedPerson[]) {
  return voicesOf(people, {
    since: row.askedAt,
    remarks: remarksAbout(db.orm, found.about),
    decision: found.decision?.body ?? null,
    decides: row.rung === 'decide',
  });
}

/** Where it stands by the clock. Being told needs no answer, so that it is over when its time is. */
export function stateOf(row: AskingRow, { decision }: Found, now: number): AskingLine['state'] {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.outcomeAt !== null) return 'closed';
  const decided = row.rung !== 'inform' && decision?.state === 'ended' && row.rung === 'decide';
  if (now < row.closesAt && !decided) return 'open';
  return row.rung === 'inform' ? 'closed' : 'over';
}
