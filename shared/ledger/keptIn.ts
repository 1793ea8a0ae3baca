const BEGINS = /(?=trialogue-(?:head|receipt)-1\.)/;
const CODE =
  /^trialogue-(?:head-1\.[A-Za-z0-9_-]{1,64}\.\d{1,15}\.\d{1,15}\.[0-9a-f]{64}\.[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{86}|receipt-1\.(?:\d{1,15}|x)\.[0-9a-f]{64})/;
/** What mail programs put between: line breaks, and marks of a mail that was quoted. */
const BETWEEN = /[\s>]/g;
const MOST_SHOWN = 80;

/**
 * The receipts and mailed lines in a text: one, several, or whole mails with words around them. What looks like one and
 * is not whole is given back too, so that it is said and not passed over.
 */
export function keptIn(text: string): string[] {
  const packed = text.replace(BETWEEN, '');
  const parts = packed.split(BEGINS).filter((part) => part.startsWith('trialogue-'));
  if (parts.length === 0) return packed === '' ? [] : [packed.slice(0, MOST_SHOWN)];
  return parts.map((part) => CODE.exec(part)?.[0] ?? part.slice(0, MOST_SHOWN));
}
