import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that the reading view's pages need, held in memory. */
export interface ReadingFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const FONTS = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const WOFF2 = 'font/woff2';

/** The style sheet and the fonts, by the name in their address. */
export function readingFiles(): ReadonlyMap<string, ReadingFile> {
  const font = (name: string): ReadingFile => ({
    bytes: bytesOf(import.meta.resolve(`${FONTS}-${name}.woff2`)),
    type: WOFF2,
  });
  return new Map([
    [
      'reading.css',
      { bytes: bytesOf(new URL('./reading.css', import.meta.url)), type: 'text/css; charset=utf-8' },
    ],
    [
      'paper.css',
      { bytes: bytesOf(new URL('./paper.css', import.meta.url)), type: 'text/css; charset=utf-8' },
    ],
    ['latin.woff2', font('latin-wght-normal')],
    ['latin-italic.woff2', font('latin-wght-italic')],
    ['latin-ext.woff2', font('latin-ext-wght-normal')],
    ['latin-ext-italic.woff2', font('latin-ext-wght-italic')],
  ]);
}

/** The style sheet's address, which changes with its content so that browsers may keep it for good. */
export function styleSheetAddress(
  files: ReadonlyMap<string, ReadingFile>,
  name: 'reading.css' | 'paper.css' = 'reading.css',
): string {
  const bytes = files.get(name)?.bytes ?? new Uint8Array();
  return `/read-files/${name}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}

function bytesOf(address: string | URL): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(address)));
}
