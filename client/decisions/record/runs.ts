import type { TimelineLine } from '../../../shared/decisions/recordApi.ts';

/** Lines one after another that say the same of the same person. Most are alone. */
export interface Run {
  readonly first: TimelineLine;
  readonly last: TimelineLine;
  readonly lines: readonly TimelineLine[];
}

/** The lines in their order, with those that only repeat the one before put together. No line is left out. */
export function runsOf(lines: readonly TimelineLine[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const before = runs.at(-1);
    if (before && repeats(before.last, line))
      runs[runs.length - 1] = { ...before, last: line, lines: [...before.lines, line] };
    else runs.push({ first: line, last: line, lines: [line] });
  }
  return runs;
}

/** What someone wrote along is theirs to be read: such a line stands alone. */
function repeats(before: TimelineLine, line: TimelineLine): boolean {
  const said = [before, line].map(({ kind, by, says }) => [kind, by, says].join('\n'));
  return said[0] === said[1] && before.words === null && line.words === null;
}
