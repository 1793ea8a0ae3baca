import { z } from 'zod';

/** The longest address that mail can be sent to (RFC 5321 and its erratum 1690). */
export const LONGEST_ADDRESS = 254;

/**
 * An e-mail address in the one form in which addresses are kept and compared: without blanks around it and in
 * small letters. Undefined for what is not an address that a mail could reach. Mail systems may tell capitals
 * in the part before the @ apart; none that people use does, and one person must not become two.
 */
export function emailAddress(written: string): string | undefined {
  const address = written.trim().normalize('NFC').toLowerCase();
  if (address.length > LONGEST_ADDRESS) return undefined;
  return z.email().safeParse(address).success ? address : undefined;
}
