const MAX_LENGTH = 2048;
const MAILTO = /^mailto:[^\s@?]+@[^\s@?]+(\?[^\s]*)?$/i;
const TEL = /^tel:\+?[0-9().-]{2,32}$/i;
/** Control characters, spaces and what browsers strip or turn round while reading an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const UNSAFE = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\]/;

/**
 * The one check that every link passes on its way in and on its way out.
 *
 * Takes any value; gives the address in its normal form when it is http, https, mailto or tel, and
 * `undefined` otherwise. An http address must name a host and may not carry a user name or password,
 * which exist to make one address look like another.
 */
export function safeLink(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  const address = value.trim();
  if (UNSAFE.test(address)) return undefined;
  if (MAILTO.test(address) || TEL.test(address))
    return address.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  if (!/^https?:\/\/[^/]/i.test(address)) return undefined;
  return webAddress(address);
}

function webAddress(address: string): string | undefined {
  try {
    const url = new URL(address);
    const plain = url.hostname !== '' && url.username === '' && url.password === '';
    return plain && url.href.length <= MAX_LENGTH ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Adds the scheme that people leave out: `example.org/page` and `ann@example.org`. `undefined` when it still is no link. */
export function linkFromTyped(typed: string): string | undefined {
  const text = typed.trim();
  const known = safeLink(text);
  if (known || /^[a-z][a-z0-9+.-]*:/i.test(text)) return known;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return safeLink(`mailto:${text}`);
  return /^[^\s/@]+\.[^\s/@]{2,}/.test(text) ? safeLink(`https://${text}`) : undefined;
}
