import { EMPTY_LINE, type InviteLine, type LinePart } from './lines.ts';

/** What people call the columns of their lists. */
const HEADINGS: Record<LinePart, RegExp> = {
  name: /^(full |first )?names?$|^who$|^person$|^contact$/,
  email: /^e-?mails?( address(es)?)?$|^address$|^mail$/,
  seat: /^seats?( code)?$|^organi[sz]ation$|^group$|^party$/,
  kind: /^(holder|substitute|holder or substitute|holds( it)? as|as|kind|part)$/,
  roles: /^roles?$/,
  note: /^notes?$|^message$|^comment$/,
};

/** The order of a list without headings. */
const USUAL: readonly LinePart[] = ['name', 'email', 'seat', 'kind', 'roles', 'note'];

/**
 * Finds the people in the rows of a spreadsheet. A first row of headings says which column is which, in any
 * order; without one they stand in the usual order, name first or address first. Empty rows are left out.
 */
export function linesOf(rows: readonly (readonly string[])[]): InviteLine[] {
  const [first, ...rest] = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  if (!first) return [];
  const headings = first.map(partCalled);
  if (headings.includes('email')) return rest.map((row) => lineOf(row, headings));
  return [first, ...rest].map((row) => lineOf(row, usualOrder(row)));
}

function partCalled(heading: string): LinePart | undefined {
  const plain = heading.toLowerCase().replace(/\s+/g, ' ').replace(/[:*]$/, '');
  return USUAL.find((part) => HEADINGS[part].test(plain));
}

function usualOrder([first = '']: readonly string[]): readonly LinePart[] {
  if (!first.includes('@')) return USUAL;
  const [name, email, ...others] = USUAL as [LinePart, LinePart, ...LinePart[]];
  return [email, name, ...others];
}

function lineOf(row: readonly string[], order: readonly (LinePart | undefined)[]): InviteLine {
  const line: Record<LinePart, string> = { ...EMPTY_LINE };
  for (const [index, part] of order.entries()) if (part) line[part] = row[index] ?? '';
  return unwrapped(line);
}

const NAME_AND_ADDRESS = /^"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>[;,]?$/;

/** Mail programs copy people as `Jane Doe <jane@example.org>`. */
function unwrapped(line: InviteLine): InviteLine {
  const [, name = '', email = ''] = NAME_AND_ADDRESS.exec(line.email) ?? [];
  return email === '' ? line : { ...line, email, name: line.name || name.trim() };
}
