import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../client/look.css', import.meta.url), 'utf8');

const TEXTS = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'agree', 'reserve', 'aside', 'block', 'none'],
  ...['commissioner', 'contracted', 'community', 'service'],
];
const GROUNDS = ['paper', 'card', 'sunk', 'accent-2', 'agreed-bg', 'drift-bg', 'block-bg'];
const PALE_INK_GROUNDS = ['paper', 'card', 'sunk'];

/** The hex tokens of the first `:root` after `start`, over those of `base`. */
function palette(start: string, base: Record<string, string> = {}, sheet = css): Record<string, string> {
  const from = sheet.indexOf(':root', sheet.indexOf(start));
  const block = sheet.slice(from, sheet.indexOf('}', from));
  const tokens = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]);
  return { ...base, ...Object.fromEntries(tokens) };
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair that falls short, with its ratio, so that a failure says what to mend. */
function tooFaint(tokens: Record<string, string>, pairs: (readonly [string, string])[], least: number) {
  return pairs
    .map(([front, ground]) => {
      const [one, other] = [tokens[front], tokens[ground]];
      if (!one || !other) throw new Error(`look.css has no hex token for ${front} or ${ground}`);
      return { pair: `${front} on ${ground}`, ratio: contrast(one, other) };
    })
    .filter(({ ratio }) => ratio < least);
}

const light = palette(':root');
const dark = palette('(prefers-color-scheme: dark)', light);
const print = palette('@media print', light);
const cross = (fronts: string[], grounds: string[]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground] as const));

it.each([
  ['light', light],
  ['dark', dark],
  ['print', print],
])('[LOOK1] in %s, words can be read on every ground: 4.5 to 1 or more', (_name, tokens) => {
  const words = TEXTS.filter((text) => text !== 'ink-3' && text !== 'none');
  expect(tooFaint(tokens, cross(words, GROUNDS), 4.5)).toEqual([]);
  expect(tooFaint(tokens, cross(['ink-3', 'none'], PALE_INK_GROUNDS), 4.5)).toEqual([]);
  expect(
    tooFaint(
      tokens,
      [
        ['on-accent', 'accent'],
        ['on-accent', 'accent-3'],
      ],
      4.5,
    ),
  ).toEqual([]);
});

it.each([
  ['light', light],
  ['dark', dark],
])('[LOOK1] in %s, the edges of controls and the focus ring can be seen: 3 to 1 or more', (_name, tokens) => {
  expect(
    tooFaint(tokens, cross(['line-strong', 'accent', 'block'], ['paper', 'card', 'sunk', 'accent-2']), 3),
  ).toEqual([]);
  // The ring is amber with ink outside it: one of the two stands out whatever lies beneath.
  expect(tooFaint(tokens, cross(['ink'], GROUNDS), 3)).toEqual([]);
});

it('[LOOK2] the reading view, which has its own style sheet, has the same colours in light and dark', () => {
  const reading = readFileSync(new URL('../../../../server/reading/reading.css', import.meta.url), 'utf8');
  const theirs = [palette(':root', {}, reading), palette('(prefers-color-scheme: dark)', {}, reading)];
  for (const tokens of theirs) expect(Object.keys(tokens).length).toBeGreaterThan(12);
  expect(theirs[0]).toEqual(
    Object.fromEntries(Object.keys(theirs[0] ?? {}).map((name) => [name, light[name]])),
  );
  expect(theirs[1]).toEqual(
    Object.fromEntries(Object.keys(theirs[1] ?? {}).map((name) => [name, dark[name]])),
  );
});
