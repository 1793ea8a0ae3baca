import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * The house's own rules, kept as data: who may import whom, and which package lives in which file.
 * It needs no resolver because imports are relative, carry their extension, and have no aliases.
 */
const LAYERS: Record<string, readonly string[]> = {
  shared: ['shared'],
  db: ['db', 'shared'],
  server: ['server', 'db', 'shared'],
  client: ['client', 'shared'],
};

const SHARED_PACKAGES = /^(zod$|lib0\/|yjs$|diff$)/;

/** Beside itself, a feature may use only what stands here, which stands above it: there is no way round in a circle. Files directly under server/ or client/ compose features. */
export const FEATURES: Record<string, readonly string[]> = {
  messages: [],
  mail: [],
  people: ['mail'],
  journal: [],
  live: [],
  partnerships: ['people', 'journal', 'mail', 'live'],
  notifications: ['partnerships', 'people', 'mail', 'live'],
  invitations: ['partnerships', 'people', 'journal', 'mail'],
  notes: ['notifications', 'partnerships', 'people'],
  documents: ['partnerships', 'people', 'journal'],
  passages: ['documents'],
  ledger: ['mail'],
  comments: ['passages', 'documents', 'notifications', 'partnerships', 'people', 'journal', 'live'],
  values: ['ledger', 'documents', 'partnerships', 'people', 'journal', 'live'],
  decisions: [
    'notifications',
    'ledger',
    'values',
    'comments',
    'passages',
    'documents',
    'partnerships',
    'people',
    'journal',
    'live',
    'mail',
  ],
  records: ['decisions', 'ledger', 'documents', 'partnerships', 'people'],
  sync: ['documents', 'partnerships', 'people'],
  reading: ['decisions', 'comments', 'documents', 'partnerships', 'people'],
  publicView: ['reading', 'documents', 'partnerships'],
  takePart: [
    'notifications',
    'notes',
    'comments',
    'decisions',
    'ledger',
    'passages',
    'reading',
    'documents',
    'partnerships',
    'people',
    'journal',
    'live',
    'mail',
  ],
  asking: [
    'takePart',
    'comments',
    'notifications',
    'decisions',
    'documents',
    'partnerships',
    'people',
    'journal',
    'live',
  ],
  calendar: ['asking', 'values', 'decisions', 'ledger', 'notifications', 'partnerships', 'people', 'journal'],
  inbound: ['notifications', 'mail', 'partnerships', 'people'],
  unsubscribe: ['notifications', 'reading'],
  paper: ['takePart', 'comments', 'decisions', 'reading', 'documents', 'partnerships', 'people', 'journal'],
  since: ['decisions', 'documents', 'partnerships', 'people'],
  versions: ['since', 'sync', 'decisions', 'documents', 'partnerships', 'people', 'journal'],
  newcomers: ['values', 'documents', 'partnerships', 'people', 'journal'],
  history: ['documents', 'partnerships', 'people', 'journal'],
  departures: ['decisions', 'documents', 'partnerships', 'people', 'journal'],
  administration: ['partnerships', 'people', 'mail'],
  example: [
    'decisions',
    'comments',
    'passages',
    'values',
    'ledger',
    'documents',
    'partnerships',
    'people',
    'sync',
    'journal',
    'mail',
  ],
};

/** Shared by every feature of the client, and knowing none of them. */
const USED_BY_ALL = ['ui', 'editor', 'sync', 'messages'];

/** Each outside package has one home. */
const HOMES: readonly (readonly [RegExp, RegExp])[] = [
  [/^drizzle-orm/, /^db\/|^server\/\w+\/(store|access|\w+Store)\.ts$/],
  [/^better-sqlite3$/, /^db\/\w+\.ts$/],
  [/^lucia$/, /^server\/people\/signIn\.ts$/],
  [
    /^@?hono(\/|$)|^hono-openapi/,
    /^server\/(app|errors|permit|security|openapi|main)\.ts$|^server\/\w+\/(routes|\w+Routes|signIn|socket|page|\w+Page)\.tsx?$|^client\/api\.ts$/,
  ],
  [/^(lexical|@lexical\/)/, /^client\/editor\//],
  [/^(y-websocket|y-indexeddb)$/, /^client\/sync\//],
  [/^nodemailer/, /^server\/mail\/\w+\.ts$/],
  [/^postal-mime$/, /^server\/inbound\/readMail\.ts$/],
  [/^smtp-server$/, /^server\/inbound\/listener\.ts$/],
  [/^openid-client$/, /^server\/people\/singleSignOn\.ts$/],
  [/^qrcode$/, /^server\/paper\/qr\.ts$/],
  [/^ical-generator$/, /^server\/calendar\/write\.ts$/],
  [/^ws$/, /^server\/sync\/socket\.ts$/],
];

const BANS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\bprocess\.env\b/, /^server\/config\.ts$/, 'only server/config.ts reads the environment'],
  [
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/,
    /^server\/(main|backUpCommand)\.ts$|^client\//,
    'the clock and ids are passed in',
  ],
];

const IMPORT =
  /(?:^|;)\s*(?:import|export)\b([^'"();]*?)\bfrom\s*['"]([^'"]+)['"]|(?:^|;)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function codeFiles(root: string): string[] {
  return Object.keys(LAYERS).flatMap((layer) =>
    existsSync(join(root, layer))
      ? readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.tsx?$/.test(file))
          .map((file) => join(layer, file))
      : [],
  );
}

function featureOf(file: string): string | undefined {
  const [, folder, rest] = file.split('/');
  return rest ? folder : undefined;
}

/** Every place below `root` that breaks a rule of the house, one sentence each. Throws if it sees no code at all. */
export function violations(root: string): string[] {
  const files = codeFiles(root);
  if (files.length === 0) throw new Error('the guard saw no files: it is blind, not the code clean');
  return files.flatMap((file) => violationsOf(root, file));
}

function violationsOf(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const layer = file.split('/')[0] as string;
  const found = BANS.filter(([what, where]) => what.test(text) && !where.test(file)).map(
    ([, , why]) => `${file}: ${why}`,
  );
  for (const match of text.matchAll(IMPORT)) {
    const spec = (match[2] ?? match[3] ?? match[4]) as string;
    const typeOnly = /^\s*type\b/.test(match[1] ?? '');
    if (!spec.startsWith('.')) {
      if (layer === 'shared' && !SHARED_PACKAGES.test(spec))
        found.push(`${file}: shared/ may not use ${spec}`);
      for (const [what, where] of HOMES)
        if (what.test(spec) && !where.test(file)) found.push(`${file}: ${spec} has another home`);
      continue;
    }
    const target = normalize(join(dirname(file), spec));
    if (file === 'client/api.ts' && target === 'server/app.ts' && typeOnly) continue;
    const to = target.split('/')[0] as string;
    if (!LAYERS[layer]?.includes(to)) found.push(`${file}: ${layer}/ may not import ${to}/`);
    else if (!existsSync(join(root, target)))
      found.push(`${file}: cannot find ${spec} (write the extension)`);
    const [mine, theirs] = [featureOf(file), featureOf(target)];
    if (to === 'db' || !mine || !theirs || mine === theirs) continue;
    const allowed = FEATURES[mine];
    if (allowed && !USED_BY_ALL.includes(theirs) && !allowed.includes(theirs))
      found.push(`${file}: ${mine} may not use ${theirs}`);
  }
  return found;
}

/** Rules in RULES.md that no test title begins with, and ids that titles cite but RULES.md does not have. */
export function ruleGaps(rulesText: string, testTexts: readonly string[]) {
  const rules = new Set(
    [...rulesText.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map((match) => match[1] as string),
  );
  const cited = new Set(
    testTexts.flatMap((text) =>
      [...text.matchAll(/['"`]\[([A-Z]+\d+)\]/g)].map((match) => match[1] as string),
    ),
  );
  return {
    untested: [...rules].filter((id) => !cited.has(id)),
    unknown: [...cited].filter((id) => !rules.has(id)),
  };
}
