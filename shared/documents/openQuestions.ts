import { type Doc, XmlElement } from 'yjs';
import { bullet, section } from './compose.ts';
import { readBlock, WORDS_ROOT } from './readText.ts';
import { textOfRuns } from './runs.ts';
import { textElement } from './writeBlocks.ts';

/** The heading that a plan has its open questions under. */
export const OPEN_QUESTIONS = 'Open questions';

const LEVELS: Readonly<Record<string, number>> = { heading1: 1, heading2: 2, heading3: 3 };

/**
 * Adds a question behind those under "Open questions"; in a document without them, at its end under a heading of its
 * own. Call it inside a transaction.
 */
export function addOpenQuestion(doc: Doc, question: string): void {
  const root = doc.get(WORDS_ROOT, XmlElement);
  const lines = root.toArray().map((child) => {
    const [block] = readBlock(child);
    if (!block || block.kind === 'rule') return { level: 0, text: '' };
    if (block.kind === 'table') return { level: 0, text: '-' };
    return { level: LEVELS[block.kind] ?? 0, text: textOfRuns(block).trim() };
  });
  const heading = lines.findIndex(
    ({ level, text }) => level > 0 && text.toLowerCase() === OPEN_QUESTIONS.toLowerCase(),
  );
  const line = textElement(bullet(question));
  if (heading < 0) {
    root.push([textElement(section(OPEN_QUESTIONS)), line]);
    return;
  }
  const level = lines[heading]?.level ?? 1;
  let last = heading;
  for (let at = heading + 1; at < lines.length; at++) {
    const { level: own = 0, text = '' } = lines[at] ?? {};
    if (own > 0 && own <= level) break;
    if (text !== '') last = at;
  }
  root.insert(last + 1, [line]);
}
