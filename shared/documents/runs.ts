import {
  MARKS,
  type Mark,
  type Mention,
  mention as mentionSchema,
  type Run,
  type TextBlock,
} from './blocks.ts';
import { safeLink } from './links.ts';

/** The bits that the shared document stores for marks, in the order of `MARKS`. */
const BITS: Record<Mark, number> = { bold: 1, italic: 2, strike: 4, underline: 8, code: 16 };

/** The marks in a stored number, in the order of `MARKS`; none for anything that is no number. */
export function marksOfBits(bits: unknown): Mark[] {
  return typeof bits === 'number' ? MARKS.filter((mark) => (bits & BITS[mark]) !== 0) : [];
}

export function bitsOfMarks(marks: readonly Mark[] = []): number {
  return marks.reduce((bits, mark) => bits | BITS[mark], 0);
}

/** A run from untrusted parts: marks in order, only an allowed link, only a whole mention, nothing that says "none". */
export function makeRun(text: string, bits: unknown, link: unknown, mention: unknown): Run {
  const marks = marksOfBits(bits);
  const address = link === undefined || link === null ? undefined : safeLink(link);
  const who = mention === undefined || mention === null ? undefined : wholeMention(mention);
  return {
    text,
    ...(marks.length > 0 && { marks }),
    ...(address !== undefined && { link: address }),
    ...(who !== undefined && { mention: who }),
  };
}

function wholeMention(value: unknown): Mention | undefined {
  const parsed = mentionSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Whether two runs differ in their words alone. Two mentions never join: each is its own. */
function alike(a: Run, b: Run): boolean {
  return (
    a.mention === undefined &&
    b.mention === undefined &&
    a.link === b.link &&
    bitsOfMarks(a.marks) === bitsOfMarks(b.marks)
  );
}

/**
 * The same words in their one normal form: no empty runs, adjacent runs that are alike joined, marks in
 * order, and a line break never marked or linked.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs.flatMap(breakLines)) {
    if (run.text === '') continue;
    const last = tidy.at(-1);
    if (last && alike(last, run)) tidy[tidy.length - 1] = { ...last, text: last.text + run.text };
    else tidy.push(makeRun(run.text, bitsOfMarks(run.marks), run.link, run.mention));
  }
  return tidy;
}

function breakLines(run: Run): Run[] {
  if (!run.text.includes('\n') || (!run.marks && run.link === undefined && !run.mention)) return [run];
  return run.text.split(/(\n)/).map((text) => (text === '\n' ? { text } : { ...run, text }));
}

/** A block's words without marks, links or mentions. */
export function textOfRuns(block: Pick<TextBlock, 'runs'>): string {
  return block.runs.map((run) => run.text).join('');
}
