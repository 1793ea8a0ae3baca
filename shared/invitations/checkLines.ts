import { invitationsWords as words } from '../messages/en/invitations.ts';
import { fill } from '../messages/fill.ts';
import type { HoldingKind } from '../partnerships/api.ts';
import { LONGEST_NAME } from '../partnerships/changes.ts';
import type { Role } from '../partnerships/roles.ts';
import { emailAddress } from '../people/emailAddress.ts';
import { tidyLine } from '../plainText.ts';
import type { InviteLine, LinePart } from './lines.ts';
import { readKind, readRoles } from './readParts.ts';
import { type SeatAtTable, seatCalled, seatMeant } from './seatCalled.ts';

/** What a line of the list says once it is understood. */
export interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly seat: { readonly id: string; readonly kind: HoldingKind } | undefined;
  readonly roles: readonly Role[];
  readonly note: string;
}

/** Why a part of a line is not good, in words that say what to do. */
export type LineProblems = Readonly<Partial<Record<LinePart, string>>>;

export interface CheckedLine {
  readonly line: InviteLine;
  /** Undefined when there is a problem. */
  readonly invitee: Invitee | undefined;
  readonly problems: LineProblems;
  /** Something to know about a good line: that the seat is held, say. */
  readonly remark: string | undefined;
}

/** The partnership as the rules about a list need it. Addresses are in the form that `emailAddress` gives. */
export interface InvitingTable {
  readonly seats: readonly SeatAtTable[];
  readonly memberAddresses: ReadonlySet<string>;
  readonly invitedAddresses: ReadonlySet<string>;
  /** Those that had as many invitations in a day as one may get. */
  readonly tiredAddresses: ReadonlySet<string>;
}

const LONGEST_NOTE = 400;

/**
 * Understands each line of a list of people to invite, or says of each part that is not good what to do about
 * it. Nobody is invited as facilitator; nobody twice; nobody who is in the partnership or invited already.
 */
export function checkLines(lines: readonly InviteLine[], table: InvitingTable): CheckedLine[] {
  const before = new Set<string>();
  const holdersInList = new Map<string, number>();
  const checked = lines.map((line) => {
    const one = checkLine(line, table, before);
    const address = emailAddress(line.email);
    if (address !== undefined) before.add(address);
    const { seat } = one.invitee ?? {};
    if (seat?.kind === 'holder') holdersInList.set(seat.id, (holdersInList.get(seat.id) ?? 0) + 1);
    return one;
  });
  return checked.map((one) => ({ ...one, remark: remarkOn(one.invitee, table, holdersInList) }));
}

function checkLine(line: InviteLine, table: InvitingTable, before: ReadonlySet<string>) {
  const problems: Partial<Record<LinePart, string>> = {};
  const email = emailAddress(line.email);
  const wrongAddress = addressProblem(line.email, email, table, before);
  if (wrongAddress) problems.email = wrongAddress;
  const name = tidyLine(line.name);
  if (name.length > LONGEST_NAME) problems.name = words.nameTooLong;
  const note = tidyLine(line.note);
  if (note.length > LONGEST_NOTE) problems.note = words.noteTooLong;
  const seat = seatCalled(line.seat, table.seats);
  if (seat === 'unknown') problems.seat = seatUnknown(line.seat, table.seats);
  if (seat === 'two') problems.seat = fill(words.seatTwice, { seat: shortened(line.seat) });
  const kind = readKind(line.kind);
  if (kind === undefined) problems.kind = fill(words.kindUnknown, { kind: shortened(line.kind) });
  const { roles, unknown } = readRoles(line.roles);
  if (unknown !== undefined) problems.roles = fill(words.roleUnknown, { role: shortened(unknown) });
  else if (roles.includes('facilitator')) problems.roles = words.noFacilitator;
  if (seat === undefined && roles.length === 0 && unknown === undefined)
    problems.seat = words.neitherSeatNorRole;
  if (
    email === undefined ||
    kind === undefined ||
    typeof seat === 'string' ||
    Object.keys(problems).length > 0
  )
    return { line, invitee: undefined, problems };
  return { line, invitee: { name, email, seat: seat && { id: seat.id, kind }, roles, note }, problems };
}

function seatUnknown(written: string, seats: InvitingTable['seats']): string {
  const seat = shortened(written);
  const almost = seatMeant(written, seats);
  return almost === undefined ? fill(words.seatUnknown, { seat }) : fill(words.seatAlmost, { seat, almost });
}

function addressProblem(
  written: string,
  email: string | undefined,
  { memberAddresses, invitedAddresses, tiredAddresses }: InvitingTable,
  before: ReadonlySet<string>,
): string | undefined {
  if (written.trim() === '') return words.addressMissing;
  if (email === undefined) return fill(words.addressWrong, { address: shortened(written) });
  if (before.has(email)) return words.twiceInList;
  // Not who it is: that would tell whose address is behind a chosen name.
  if (memberAddresses.has(email)) return words.alreadyMember;
  if (invitedAddresses.has(email)) return words.alreadyInvited;
  return tiredAddresses.has(email) ? words.tooManyToOne : undefined;
}

function remarkOn(
  invitee: Invitee | undefined,
  { seats }: InvitingTable,
  holdersInList: ReadonlyMap<string, number>,
): string | undefined {
  if (invitee?.seat?.kind !== 'holder') return undefined;
  const { id } = invitee.seat;
  const seat = seats.find((one) => one.id === id);
  if (seat?.holder) return fill(words.seatHeldBy, { holder: seat.holder });
  return (holdersInList.get(id) ?? 0) > 1 || seat?.holderInvited ? words.seatForTheFirst : undefined;
}

const LONGEST_QUOTED = 60;

/** What somebody wrote, short enough to say back in a sentence. */
function shortened(written: string): string {
  const text = written.trim();
  return text.length <= LONGEST_QUOTED ? text : `${text.slice(0, LONGEST_QUOTED)}…`;
}
