/** One property of a calendar: what stands after its name, and its value as it is written. */
interface Property {
  readonly params: Readonly<Record<string, string>>;
  readonly raw: string;
}

/** A part of a calendar: its properties by their names, and the parts within it. */
export interface Part {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
  readonly parts: readonly Part[];
  /** A property of text, with what was escaped put back; undefined where there is none. */
  text(name: string): string | undefined;
}

/** Line feeds and tabs are told apart below; nothing else of these may stand in a calendar. */
const CONTROL = /[^\P{Cc}\r\n]/u;

/**
 * Reads a calendar strictly by RFC 5545, and knows nothing of how ours is written. Throws on a line of more than 75
 * octets, another line end than CRLF, a control character, a property that comes twice, or a part left open.
 */
export function readCalendar(written: string): Part {
  if (CONTROL.test(written)) throw new Error('a control character');
  if (!written.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = written.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`half a line end: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) lines.push((lines.pop() ?? '') + line.slice(1));
    else lines.push(line);
  }
  const [whole, rest] = readPart(lines);
  if (rest.length > 0) throw new Error(`something after the end: ${rest[0]}`);
  return whole;
}

function readPart([first = '', ...lines]: readonly string[]): [Part, readonly string[]] {
  const name = /^BEGIN:([A-Z-]+)$/.exec(first)?.[1];
  if (name === undefined) throw new Error(`no beginning: ${first}`);
  const properties = new Map<string, Property>();
  const parts: Part[] = [];
  let rest: readonly string[] = lines;
  while (rest.length > 0) {
    const line = rest[0] as string;
    if (line === `END:${name}`) return [asPart(name, properties, parts), rest.slice(1)];
    if (line.startsWith('BEGIN:')) {
      const [inner, after] = readPart(rest);
      parts.push(inner);
      rest = after;
      continue;
    }
    const [, key, params = '', raw = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/su.exec(line) ?? [];
    if (key === undefined) throw new Error(`no property: ${line}`);
    if (properties.has(key)) throw new Error(`twice: ${key}`);
    const pairs = params.split(';').filter(Boolean);
    properties.set(key, { params: Object.fromEntries(pairs.map((pair) => pair.split('='))), raw });
    rest = rest.slice(1);
  }
  throw new Error(`${name} has no end`);
}

function asPart(name: string, properties: ReadonlyMap<string, Property>, parts: readonly Part[]): Part {
  return { name, properties, parts, text: (key) => textOf(properties.get(key)?.raw) };
}

/** In a text every comma and semicolon is escaped, and nothing but those, a line end and the sign itself is. */
function textOf(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  if (/(?:^|[^\\])(?:\\\\)*[,;]/.test(raw)) throw new Error(`not escaped: ${raw}`);
  return raw.replace(/\\(.?)/gsu, (_, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n';
    if (!['\\', ',', ';'].includes(sign) || sign === '') throw new Error(`a lone backslash: ${raw}`);
    return sign;
  });
}
