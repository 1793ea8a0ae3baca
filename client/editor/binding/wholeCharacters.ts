import { XmlText, Text as YText } from 'yjs';

/**
 * Runs `work`, in which the binding may cut words only between whole characters.
 *
 * The binding finds what changed by comparing code units. Two emoji can share their first half, so changing
 * one for the other would cut a character in two, and half a character can't be sent: everyone else would
 * read two question marks. There is no port for this in the binding, so for the time of `work` the two ways
 * in which it changes a text are widened to the character. The binding inserts right after it deletes, at
 * the same place.
 */
export function withWholeCharacters(work: () => void): void {
  const { delete: remove, insert } = XmlText.prototype;
  let widened: { text: XmlText; index: number; before: string; after: string } | undefined;
  XmlText.prototype.delete = function (this: XmlText, index: number, length: number) {
    // A text that is only being made has no words yet to cut.
    const words = this.doc ? YText.prototype.toString.call(this) : '';
    const before = cutsCharacter(words, index) ? words.charAt(index - 1) : '';
    const end = index + length;
    const after = cutsCharacter(words, end) ? words.charAt(end) : '';
    widened = before || after ? { text: this, index, before, after } : undefined;
    remove.call(this, index - before.length, length + before.length + after.length);
  };
  XmlText.prototype.insert = function (this: XmlText, index: number, words: string, attributes?: object) {
    const cut = widened?.text === this && widened.index === index ? widened : undefined;
    widened = undefined;
    if (cut) insert.call(this, index - cut.before.length, cut.before + words + cut.after, attributes);
    else insert.call(this, index, words, attributes);
  };
  try {
    work();
  } finally {
    Object.assign(XmlText.prototype, { delete: remove, insert });
  }
}

/** Whether a cut before the code unit at `index` would part the two halves of one character. */
function cutsCharacter(words: string, index: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(words.slice(Math.max(0, index - 1), index + 1));
}
