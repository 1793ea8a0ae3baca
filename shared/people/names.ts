/** Line breaks and other control characters, and the marks that make text run backwards. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu;

/** A name on one line, with single spaces and nothing unseen in it, so that two that look alike are alike. */
export function tidyName(typed: string): string {
  return typed.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}
