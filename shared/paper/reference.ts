import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';

/** What nobody takes for something else in handwriting: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, 6 and G, U and V. */
const SIGNS = '346789ACDEFHJKMNPQRTWXY';
const LENGTH = 6;

/** What a sheet is about: a document, or a decision with the version of its words. */
export interface PaperSubject {
  readonly id: string;
  /** Null for a document, and for a decision that has no words yet. */
  readonly version: number | null;
}

/** A short name for a sheet, with a last sign by which a slip of the pen is found out: "K7M-4QX-R". */
export function referenceOf({ id, version }: PaperSubject): string {
  const hash = digest(encodeUtf8(`paper ${id} ${version ?? ''}`));
  const signs = Array.from({ length: LENGTH }, (_, at) => SIGNS[(hash[at] as number) % SIGNS.length]).join(
    '',
  );
  return inGroups(signs + checkOf(signs));
}

/**
 * What somebody copied from a sheet as a reference can be: `wrong` when its last sign does not fit. The number of signs
 * is prime, so that one wrong sign, or two that changed places, always shows.
 */
export function readReference(
  typed: string,
): { readonly ok: true; readonly reference: string } | { ok: false } {
  const signs = typed
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, '')
    .replace(/B/g, '8');
  const fits =
    signs.length === LENGTH + 1 &&
    [...signs].every((sign) => SIGNS.includes(sign)) &&
    checkOf(signs.slice(0, LENGTH)) === signs.at(-1);
  return fits ? { ok: true, reference: inGroups(signs) } : { ok: false };
}

function checkOf(signs: string): string {
  const sum = [...signs].reduce((all, sign, at) => all + SIGNS.indexOf(sign) * (at + 2), 0);
  return SIGNS[sum % SIGNS.length] as string;
}

function inGroups(signs: string): string {
  return `${signs.slice(0, 3)}-${signs.slice(3, 6)}-${signs.slice(6)}`;
}
