import { $getRoot } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindEditor } from '../../client/editor/binding/bindEditor.ts';
import { createBareEditor } from '../../client/editor/headless.ts';
import { $createBlockNode, $isBlockNode } from '../../client/editor/nodes/BlockNode.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { canonicalForm, hashBlocks } from '../../shared/documents/canonical.ts';
import { Layout } from '../../shared/documents/layout.ts';
import { Moves } from '../../shared/documents/moves/moves.ts';
import { readText } from '../../shared/documents/readText.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import { findPassage, type PassageNow } from '../../shared/passages/findPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import { Chance, someOp } from './editorOps.ts';

const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 500 : 40));
const FIRST_SEED = process.env.SEED === undefined ? 1 : Number(process.env.SEED);
const STEPS = 40;

/** Each word is one letter that is used once: which alphabet it is from says where it began. */
const [AROUND, INSIDE, TYPED] = [0x4e00, 0x6800, 0x8200];
const lettersFrom = (text: string, from: number) =>
  [...text].filter((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= from && code < from + 0x1a00;
  });

function person(clientID: number, update: Uint8Array) {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientID;
  Y.applyUpdate(doc, update, 'remote');
  const editor = createBareEditor((error) => {
    throw error;
  });
  return { doc, editor, tie: bindEditor(editor, doc, {}), online: true };
}
type Person = ReturnType<typeof person>;

function tell(from: Person, to: Person): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
}

function edit(who: Person, work: () => void): void {
  try {
    who.editor.update(
      () => {
        if (!$getRoot().getChildren().some($isBlockNode)) $getRoot().append($createBlockNode());
        work();
      },
      { discrete: true },
    );
  } catch (error) {
    if (!String(error).includes('invalid offset')) throw error;
  }
}

/** As the server reads it: from bytes, with what is deleted collected. */
function asTheServer(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return fresh;
}

function look(doc: Y.Doc, passage: BoundPassage): PassageNow {
  const moves = new Moves(doc);
  const found = findPassage(new Layout(doc), moves, passage, passage.hash);
  moves.destroy();
  return found;
}

const textOf = (blocks: readonly Block[]) => textBlocksIn(blocks).map(textOfRuns).join('\n');

/** Whether the very blocks of the passage stand in a row in the document. */
function standsWhole(blocks: readonly Block[], passage: BoundPassage): boolean {
  const form = canonicalForm(passage.blocks);
  return blocks.some((_, at) => canonicalForm(blocks.slice(at, at + passage.blocks.length)) === form);
}

function check(doc: Y.Doc, passage: BoundPassage, seen: Map<string, number>): string[] {
  const found = look(doc, passage);
  const state = found.state === 'cannot_tell' ? found.why : found.state;
  seen.set(state, (seen.get(state) ?? 0) + 1);
  const all = readText(doc);
  const living = lettersFrom(textOf(all), INSIDE);
  const wrong: string[] = [];
  const again = look(asTheServer(doc), passage);
  if (JSON.stringify(again) !== JSON.stringify(found))
    wrong.push(`the server finds ${again.state}, a page ${found.state}`);
  if (standsWhole(all, passage) && found.state !== 'as_agreed')
    wrong.push(`it stands there as agreed, and is called ${state}`);
  if (found.state === 'gone' && living.length > 0) wrong.push(`called gone, and lives: ${living.join('')}`);
  if (found.state === 'as_agreed' || found.state === 'changed') {
    const text = textOf(found.blocks);
    if ((hashBlocks(found.blocks) === passage.hash) !== (found.state === 'as_agreed'))
      wrong.push(`${found.state} is not so`);
    const strangers = lettersFrom(text, AROUND);
    if (strangers.length > 0) wrong.push(`words from beside it are in it: ${strangers.join('')}`);
    const lost = living.filter((letter) => !text.includes(letter));
    if (lost.length > 0) wrong.push(`its own words are left out: ${lost.join('')}`);
  }
  return wrong;
}

function run(seed: number, seen: Map<string, number>): string[] {
  const chance = new Chance(seed);
  const next: [number, number, number] = [AROUND, INSIDE, TYPED];
  const word = (which: 0 | 1 | 2) => String.fromCodePoint(next[which]++);
  const words = (which: 0 | 1 | 2, count: number) =>
    Array.from({ length: count }, () => word(which)).join(' ');
  const first = new Y.Doc();
  first.clientID = 1_000;
  const partly = chance.below(2) === 0;
  const own: Block[] = partly
    ? [{ kind: 'paragraph', runs: [{ text: `${words(0, 3)} ${words(1, 5)} ${words(0, 3)}` }] }]
    : Array.from({ length: 1 + chance.below(3) }, () => ({
        kind: 'bullet' as const,
        runs: [{ text: words(1, 4) }],
      }));
  writeBlocks(first, [
    { kind: 'heading1', runs: [{ text: words(0, 2) }] },
    { kind: 'paragraph', runs: [{ text: words(0, 6) }] },
    ...own,
    { kind: 'paragraph', runs: [{ text: words(0, 6) }] },
  ]);
  const layout = new Layout(first);
  const places = placesOf(layout, {
    cell: null,
    from: { block: 2, offset: partly ? 6 : 0 },
    to: { block: 1 + own.length, offset: partly ? 15 : 7 },
  });
  if (!places) throw new Error('there are words to bind to');
  const passage = bindPassage(layout, places.start, places.end);
  if (typeof passage === 'string') throw new Error(passage);
  const start = Y.encodeStateAsUpdate(first);
  const people = [1, 2, 3].map((id) => person(id, start));
  const wrong: string[] = [];
  for (let step = 0; step < STEPS && wrong.length === 0; step++) {
    const who = chance.pick(people);
    const dice = chance.below(100);
    if (dice < 8) who.tie.undo();
    else if (dice < 12) who.tie.redo();
    else if (dice < 22) who.online = !who.online;
    else {
      const [, , op] = someOp(chance);
      edit(who, () => op(chance, () => word(2)));
    }
    for (let round = 0; round < 2; round++)
      for (const one of people)
        for (const other of people) if (one !== other && one.online && other.online) tell(one, other);
    wrong.push(...check(who.doc, passage, seen).map((what) => `seed ${seed}, step ${step}: ${what}`));
  }
  for (const each of people) each.tie.destroy();
  return wrong;
}

it('[BOUND1] whatever several people do to a document, a bound passage is found or it is said that it is not', () => {
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) wrong.push(...run(seed, seen));
  if (process.env.TRACE) console.log(Object.fromEntries(seen), wrong.length);
  expect(wrong).toEqual([]);
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['as_agreed', 'changed', 'gone']));
});
