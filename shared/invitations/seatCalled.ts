/** A seat that people can be invited to. */
export interface SeatAtTable {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** By the name that the partnership knows them by. */
  readonly holder: string | undefined;
  /** Somebody is invited to hold it, and has not answered. */
  readonly holderInvited: boolean;
}

/**
 * The seat that somebody meant, by its code or its name, whatever its capitals and blanks: undefined when
 * they named none, `unknown` when the table has none of that name, `two` when it has more than one.
 */
export function seatCalled(
  written: string,
  seats: readonly SeatAtTable[],
): SeatAtTable | undefined | 'unknown' | 'two' {
  const wanted = plain(written);
  if (wanted === '' || wanted === '-') return undefined;
  const byCode = seats.filter(({ code }) => plain(code) === wanted);
  const found = byCode.length > 0 ? byCode : seats.filter(({ name }) => plain(name) === wanted);
  const [only, ...more] = found;
  if (!only) return 'unknown';
  return more.length > 0 ? 'two' : only;
}

/** The one seat whose name has these words in it, for a seat that is not there: people shorten names. */
export function seatMeant(written: string, seats: readonly SeatAtTable[]): string | undefined {
  const wanted = plain(written);
  const [only, ...more] = wanted.length < 3 ? [] : seats.filter(({ name }) => plain(name).includes(wanted));
  return more.length > 0 ? undefined : only?.name;
}

function plain(text: string): string {
  return text.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'");
}
