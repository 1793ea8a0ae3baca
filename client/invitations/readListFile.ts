/** A list of people is a few kilobytes; what is far larger is something else. */
const LARGEST_FILE = 200_000;

export type ListFile = { readonly text: string } | { readonly wrong: 'tooLarge' | 'notText' };

/**
 * The text of a file that a spreadsheet wrote: UTF-8, UTF-16 with its mark, or what Excel writes in Western
 * Europe when it is not told otherwise (windows-1252). A workbook itself, or a picture, is no text.
 */
export async function readListFile(file: Blob): Promise<ListFile> {
  if (file.size > LARGEST_FILE) return { wrong: 'tooLarge' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decode(bytes);
  return text.includes('\0') ? { wrong: 'notText' } : { text };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
