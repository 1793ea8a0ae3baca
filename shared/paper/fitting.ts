/** How much fits on a sheet, counted in lines of so many characters. */
export interface Room {
  readonly lines: number;
  readonly width: number;
}

export interface Fitted {
  readonly paragraphs: readonly string[];
  /** Whether something had to be left out: then the sheet must say so. */
  readonly cut: boolean;
  readonly lines: number;
}

/** As many whole paragraphs as fit, and of the first that does not as many whole sentences; never half a sentence. */
export function fitting(paragraphs: readonly string[], { lines, width }: Room): Fitted {
  const kept: string[] = [];
  let left = lines;
  for (const paragraph of paragraphs) {
    const needed = linesOf(paragraph, width);
    if (needed > left) {
      const part = sentencesThatFit(paragraph, left, width);
      if (part !== '') kept.push(part);
      return { paragraphs: kept, cut: true, lines: lines - left + (part === '' ? 0 : linesOf(part, width)) };
    }
    kept.push(paragraph);
    left -= needed;
  }
  return { paragraphs: kept, cut: false, lines: lines - left };
}

/** Half a line stands between paragraphs. */
const BETWEEN = 0.5;

function linesOf(paragraph: string, width: number): number {
  const rows = paragraph
    .split('\n')
    .reduce((all, row) => all + Math.max(1, Math.ceil(row.length / width)), 0);
  return rows + BETWEEN;
}

function sentencesThatFit(paragraph: string, lines: number, width: number): string {
  const sentences = paragraph.match(/[^.!?]*[.!?]+["”’)]*\s*|[^.!?]+$/g) ?? [];
  let kept = '';
  for (const sentence of sentences) {
    if (linesOf((kept + sentence).trim(), width) > lines) break;
    kept += sentence;
  }
  return kept.trim();
}
