import type { Side } from './sides.ts';

/** The letter that a seat's short code begins with: C1, P1, G1, U1. */
const LETTERS: Readonly<Record<Side, string>> = {
  commissioner: 'C',
  contracted_provider: 'P',
  community_provider: 'G',
  people_who_use_services: 'U',
};

/** A short code for each new seat: its side's letter and the next number that no seat ever had. */
export function seatCodes(taken: readonly string[], seats: readonly { readonly side: Side }[]): string[] {
  const used = [...taken];
  return seats.map(({ side }) => {
    const letter = LETTERS[side];
    const numbers = used.filter((code) => code.startsWith(letter)).map((code) => Number(code.slice(1)) || 0);
    const code = `${letter}${Math.max(0, ...numbers) + 1}`;
    used.push(code);
    return code;
  });
}
