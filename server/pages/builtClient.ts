import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the built client, held in memory: an address either names one exactly, or names nothing. */
export interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same, compressed; undefined where that would not make it smaller. */
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined;
  readonly type: string;
  /** Its name changes with its content, so that browsers may keep it for good. */
  readonly hashed: boolean;
}

export interface BuiltClient {
  /** The page that every address of the client answers with. */
  readonly index: string;
  /** The page that checks records, which is one file with everything in it. */
  readonly verifier?: string;
  /** By address: '/assets/main-D3adB33f.js'. */
  readonly files: ReadonlyMap<string, BuiltFile>;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Reads what `vite build` left in `folder`; undefined if there is nothing. */
export function readBuiltClient(folder: string): BuiltClient | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => extname(name) in TYPES && !name.startsWith('.'),
  );
  const files = names.map(
    (name) => [`/${name.split(sep).join('/')}`, readBuilt(join(folder, name), name)] as const,
  );
  const verifier = join(folder, 'verify.html');
  return {
    index: readFileSync(index, 'utf8'),
    ...(existsSync(verifier) ? { verifier: readFileSync(verifier, 'utf8') } : {}),
    files: new Map(files),
  };
}

function readBuilt(path: string, name: string): BuiltFile {
  const bytes = new Uint8Array(readFileSync(path));
  const gzipped = new Uint8Array(gzipSync(bytes));
  return {
    bytes,
    gzipped: gzipped.length < bytes.length * 0.9 ? gzipped : undefined,
    type: TYPES[extname(name)] as string,
    hashed: name.startsWith(`assets${sep}`),
  };
}
