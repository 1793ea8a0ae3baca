import { type Options, parse } from 'csv-parse/sync';
import { linesOf } from '../../shared/invitations/columns.ts';
import type { InviteLine } from '../../shared/invitations/lines.ts';

/**
 * The people in a list that was pasted from a spreadsheet or stood in a CSV file. Never throws: where the
 * quotes do not add up they are taken as they stand, and the lines show what is wrong.
 */
export function readList(text: string): InviteLine[] {
  const options: Options = {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
  try {
    return linesOf(parse(text, options) as string[][]);
  } catch {
    return linesOf(parse(text, { ...options, quote: false }) as string[][]);
  }
}

/** Rows copied from a spreadsheet have tabs; its CSV files have commas, or semicolons where commas are decimal. */
function delimiterOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const [first = ''] = text.trimStart().split(/\r?\n/, 1);
  return count(first, ';') > count(first, ',') ? ';' : ',';
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
