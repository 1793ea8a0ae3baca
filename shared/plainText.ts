import { z } from 'zod';

/** Line breaks and other control characters, and the marks that make text run backwards. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;
/** The same, but line breaks stay. */
const UNSEEN_BUT_LINES = /[^\P{Cc}\n]+|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** One line, with single spaces and nothing unseen in it. */
export function tidyLine(typed: string): string {
  return typed.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** A few lines as they were typed: no more than one empty line in a row, and nothing unseen in them. */
export function tidyLines(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN_BUT_LINES, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One line that people type: how long it may be, and what to say when it is missing or too long. */
export function lineOf(longest: number, words: { readonly missing: string; readonly tooLong: string }) {
  return z
    .string({ error: words.missing })
    .overwrite(tidyLine)
    .min(1, words.missing)
    .max(longest, words.tooLong);
}

/** One line that may be left empty. */
export function optionalLineOf(longest: number, tooLong: string) {
  return z.string().overwrite(tidyLine).max(longest, tooLong);
}

/** A few lines that people type. */
export function linesOf(longest: number, words: { readonly missing: string; readonly tooLong: string }) {
  return z
    .string({ error: words.missing })
    .overwrite(tidyLines)
    .min(1, words.missing)
    .max(longest, words.tooLong);
}
