import { $getRoot } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindEditor } from '../../client/editor/binding/bindEditor.ts';
import { $nodesToBlocks } from '../../client/editor/blocks.ts';
import { createBareEditor } from '../../client/editor/headless.ts';
import { $createBlockNode, $isBlockNode } from '../../client/editor/nodes/BlockNode.ts';
import { Layout } from '../../shared/documents/layout.ts';
import { Moves } from '../../shared/documents/moves/moves.ts';
import { readText } from '../../shared/documents/readText.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn, tidyBlocks } from '../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import { findPassage } from '../../shared/passages/findPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import { mayReplace, replaceWords } from '../../shared/passages/replaceWords.ts';
import { docView } from '../../shared/sync/docView.ts';
import { checkUpdate } from '../../shared/sync/gate.ts';
import { bringBack, knowsAll } from '../../shared/versions/bringBack.ts';
import { Chance, someOp } from './editorOps.ts';

const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 400 : 25));
const FIRST_SEED = process.env.SEED === undefined ? 1 : Number(process.env.SEED);
const [STEPS, COMMENTS, LINES] = [30, 6, 6];

/** Each word is one letter that is used once: where it stands tells where it went. */
const [WRITTEN, TYPED] = [0x4e00, 0x8200];
const lettersIn = (text: string, below = 0x9e00) =>
  [...text].filter(
    (letter) => letter >= String.fromCodePoint(WRITTEN) && letter < String.fromCodePoint(below),
  );

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

function tell(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
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

const textOf = (doc: Y.Doc) => textBlocksIn(readText(doc)).map(textOfRuns).join('\n');

/** Words of one line, or of several whole lines. */
function someComment(doc: Y.Doc, chance: Chance): BoundPassage {
  const layout = new Layout(doc);
  const block = 1 + chance.below(LINES - 2);
  const start = 2 * chance.below(5);
  const within = { from: { block, offset: start }, to: { block, offset: start + 1 + 2 * chance.below(4) } };
  const whole = { from: { block, offset: 0 }, to: { block: block + 1, offset: 15 } };
  const places = placesOf(layout, { cell: null, ...(chance.below(3) === 0 ? whole : within) });
  const bound = places && bindPassage(layout, places.start, places.end);
  if (!bound || typeof bound === 'string') throw new Error('there are words');
  return bound;
}

/** What is wrong with where a comment is found: strange words in it, its own left out, or a state that is not so. */
function check(doc: Y.Doc, passage: BoundPassage, seen: Map<string, number>): string[] {
  const found = findPassage(new Layout(doc), new Moves(doc), passage, passage.hash);
  seen.set(found.state, (seen.get(found.state) ?? 0) + 1);
  const own = lettersIn(passage.quote);
  const living = lettersIn(textOf(doc)).filter((letter) => own.includes(letter));
  if (found.state === 'cannot_tell') return [];
  if (found.state === 'gone') return living.length > 0 ? [`called gone, and lives: ${living.join('')}`] : [];
  const text = textBlocksIn(found.blocks).map(textOfRuns).join('\n');
  const strange = lettersIn(text, TYPED).filter((letter) => !own.includes(letter));
  const lost = living.filter((letter) => !text.includes(letter));
  return [
    ...(strange.length > 0 ? [`words beside it are in it: ${strange.join('')}`] : []),
    ...(lost.length > 0 ? [`its own words are left out: ${lost.join('')}`] : []),
    ...(found.state === 'as_agreed' && text !== passage.quote ? [`as quoted, and says ${text}`] : []),
  ];
}

/** Accepts a suggestion as the server does: only where the words are those that were quoted. */
function accept(server: Y.Doc, passage: BoundPassage, word: () => string, chance: Chance): string[] {
  const layout = new Layout(server);
  const found = findPassage(layout, new Moves(server), passage, passage.hash);
  const words = passage.quote
    .split('\n')
    .map((line) => {
      const kept = line.split(' ').filter(() => chance.below(3) > 0);
      kept.splice(chance.below(kept.length + 1), 0, word());
      return kept.join(' ');
    })
    .join('\n');
  if (found.state !== 'as_agreed' || mayReplace(layout, found.stretch, words) !== 'yes') return [];
  const before = new Y.Doc();
  Y.applyUpdate(before, Y.encodeStateAsUpdate(server));
  const changes: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array) => changes.push(update);
  server.on('update', onUpdate);
  const others = lettersIn(textOf(server)).filter((letter) => !passage.quote.includes(letter));
  server.transact(() => replaceWords(layout, found.stretch, words));
  server.off('update', onUpdate);
  const after = textOf(server);
  const lines = words.split('\n').filter((line) => !after.includes(line));
  const lost = others.filter((letter) => !after.includes(letter));
  const refused = changes
    .map((change) =>
      checkUpdate(
        change,
        docView(before, () => true),
      ),
    )
    .filter(({ ok }) => !ok);
  return [
    ...(lines.length > 0 ? [`put in, and not there: ${lines.join(' / ')}`] : []),
    ...(lost.length > 0 ? [`words beside it are lost: ${lost.join('')}`] : []),
    ...(refused.length > 0 || changes.length > 1 ? ['an acceptance that the gate would not let in'] : []),
  ];
}

/** Brings an earlier version back as its page does: afterwards the document says exactly what it said. */
function restore(who: Person, version: Uint8Array): string[] {
  const then = new Y.Doc();
  Y.applyUpdate(then, version);
  if (!knowsAll({ earlier: then, now: who.doc })) return [];
  const before = new Y.Doc();
  Y.applyUpdate(before, Y.encodeStateAsUpdate(who.doc));
  const changes: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array) => changes.push(update);
  who.doc.on('update', onUpdate);
  who.tie.changeWhole((moves) => bringBack({ earlier: then, now: who.doc, moves }));
  who.doc.off('update', onUpdate);
  const [was, is] = [then, who.doc].map((doc) => JSON.stringify(readText(doc)));
  // Yjs tidies the marks of words after it, as changes of this page.
  const refused = changes.filter((change) => {
    const { ok } = checkUpdate(
      change,
      docView(before, () => true),
    );
    Y.applyUpdate(before, change);
    return !ok;
  });
  who.tie.settle();
  const shown = who.editor.read(() => JSON.stringify(tidyBlocks($nodesToBlocks($getRoot().getChildren()))));
  return [
    ...(was === is ? [] : [`brought back ${was}, and it says ${is}`]),
    ...(shown === is ? [] : [`the page shows ${shown}, and it says ${is}`]),
    ...(refused.length > 0 ? ['a version that the gate would not let back in'] : []),
  ];
}

function run(seed: number, seen: Map<string, number>): string[] {
  const chance = new Chance(seed);
  const next = [WRITTEN, TYPED];
  const word = (which: 0 | 1) => String.fromCodePoint((next[which] as number)++);
  const server = new Y.Doc({ gc: false });
  server.clientID = 1_000;
  const line = () => Array.from({ length: 8 }, () => word(0)).join(' ');
  writeBlocks(
    server,
    Array.from({ length: LINES }, () => ({ kind: 'paragraph' as const, runs: [{ text: line() }] })),
  );
  const comments = Array.from({ length: COMMENTS }, () => someComment(server, chance));
  const people = [1, 2].map((id) => person(id, Y.encodeStateAsUpdate(server)));
  const wrong: string[] = [];
  const versions: Uint8Array[] = [];
  let brought = 0;
  const note = (step: number, found: string[]) =>
    wrong.push(...found.map((what) => `seed ${seed}, step ${step}: ${what}`));
  for (let step = 0; step < STEPS && wrong.length === 0; step++) {
    const who = chance.pick(people);
    const dice = chance.below(100);
    if (dice < 8) who.tie.undo();
    else if (dice < 11) who.tie.redo();
    else if (dice < 22) who.online = !who.online;
    else if (dice < 30)
      note(
        step,
        accept(server, chance.pick(comments), () => word(1), chance),
      );
    else if (dice < 38 && versions.length > 0) {
      note(step, restore(who, chance.pick(versions)));
      brought += 1;
    } else {
      const [, , op] = someOp(chance);
      edit(who, () => op(chance, () => word(1)));
    }
    for (const { doc } of people.filter(({ online }) => online)) tell(doc, server);
    for (const { doc } of people.filter(({ online }) => online)) tell(server, doc);
    for (const { doc } of people.filter(({ online }) => online)) tell(doc, server);
    if (step % 4 === 0) versions.push(Y.encodeStateAsUpdate(server));
    for (const passage of comments) note(step, check(server, passage, seen));
  }
  seen.set('brought_back', (seen.get('brought_back') ?? 0) + brought);
  for (const each of people) each.tie.destroy();
  return wrong;
}

it('[COM20] whatever people do to a document, no comment is found on words other than its own or what became of them', () => {
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) wrong.push(...run(seed, seen));
  if (process.env.TRACE) console.log(Object.fromEntries(seen), wrong.length);
  expect(wrong).toEqual([]);
  expect([...seen.keys()]).toEqual(expect.arrayContaining(['as_agreed', 'changed', 'gone', 'cannot_tell']));
  expect(seen.get('brought_back')).toBeGreaterThan(RUNS / 2);
});
