import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { ledgerWords } from '../../shared/messages/en/ledger.ts';

const words = ledgerWords.page;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the verifier beside the pages: one file with its script and its style in it, under a policy that lets nothing
 * else run and nothing be loaded or sent.
 */
export function verifierPage(): Plugin {
  return {
    name: 'verifier-page',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'verify.html', source: await onePage() });
    },
  };
}

async function onePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: here('main.ts'), formats: ['iife'], name: 'verifier', fileName: 'verifier' },
    },
  });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as [
    { output: { type: string; code?: string }[] },
  ];
  const chunk = output.find(({ type }) => type === 'chunk');
  if (!chunk?.code) throw new Error('the verifier has no script');
  // What would end the script's own tag can only be in a string there.
  const script = chunk.code.replaceAll('</', '<\\/').trim();
  const style = readFileSync(here('verify.css'), 'utf8').trim();
  return page(script, style);
}

function page(script: string, style: string): string {
  const policy = `default-src 'none'; img-src data:; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${words.title} – Trialogue</title>
<style>${style}</style>
</head>
<body>
<main id="verify"><noscript><p>${words.noScript}</p></noscript></main>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
