import {
  $createTabNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type RangeSelection,
} from 'lexical';
import * as prng from 'lib0/prng';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  $indentBy,
  $insertMention,
  $insertRule,
  $insertTable,
  $linkSelection,
  $toggleKind,
  $toggleTicks,
} from '../../client/editor/changes.ts';
import { $createBlockNode } from '../../client/editor/nodes/BlockNode.ts';
import { BLOCK_KINDS } from '../../shared/documents/blocks.ts';
import { docView } from '../../shared/sync/docView.ts';
import { checkUpdate } from '../../shared/sync/gate.ts';
import { type Desk, desk, edit } from '../unit/client/editor/pair.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
const SESSIONS = Number(process.env.SESSIONS ?? 8);
const STEPS = 220;
const MOST_ANSWERS = 300;

test('[GATE1] every update of our own editor passes: blocks, kinds, tables, links, mentions, undo, offline work', () => {
  let checked = 0;
  for (let seed = SEED; seed < SEED + SESSIONS; seed++) checked += editTogether(seed);
  console.log(`gate: ${checked} updates of the editor`);
  expect(checked).toBeGreaterThan(SESSIONS * 100);
});

/** Two people edit one document through the gate, now and then offline; gives how many updates passed. */
function editTogether(seed: number): number {
  const gen = prng.create(seed);
  const server = firstWords();
  const desks = [11, 22].map((client) => desk(client, Y.encodeStateAsUpdate(server)));
  const online = new Set(desks);
  const owners = new Map<number, Desk>();
  // As over a network: what an editor says in answer to a change comes after it, never in the middle.
  const onTheWay: (() => void)[] = [];
  let checked = 0;
  const arrive = (from: Desk, bytes: Uint8Array) => {
    // Yjs may give a document a new clientID in the middle of work, so one person can have several.
    const view = docView(server, (client) => (owners.get(client) ?? from) === from);
    const answer = checkUpdate(bytes, view);
    expect(
      answer,
      `SEED=${seed} ${JSON.stringify(answer)} ${Buffer.from(bytes).toString('hex')}`,
    ).toMatchObject({ ok: true });
    checked++;
    if (answer.ok) for (const client of answer.clients) owners.set(client, from);
    Y.applyUpdate(server, bytes);
    for (const to of online) if (to !== from) Y.applyUpdate(to.doc, bytes, 'remote');
  };
  for (const at of desks)
    at.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== 'remote' && online.has(at)) onTheWay.push(() => arrive(at, bytes));
    });
  for (let step = 0; step < STEPS; step++) {
    const at = prng.oneOf(gen, desks);
    const dice = prng.int32(gen, 0, 99);
    if (dice < 4) online.delete(at);
    else if (dice < 10 && !online.has(at)) {
      Y.applyUpdate(at.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(at.doc)), 'remote');
      online.add(at);
      arrive(at, Y.encodeStateAsUpdate(at.doc, Y.encodeStateVector(server)));
    } else if (dice < 15) at.tie.undo();
    else if (dice < 18) at.tie.redo();
    else edit(at, () => $change(gen));
    let answers = 0;
    for (let next = onTheWay.shift(); next; next = onTheWay.shift()) {
      next();
      if (++answers > MOST_ANSWERS)
        throw new Error(`SEED=${seed}: the editors answer each other without end`);
    }
  }
  for (const at of desks) {
    expect(
      at.problems.filter(({ kind }) => kind === 'unreadable'),
      `SEED=${seed}`,
    ).toEqual([]);
    at.tie.destroy();
  }
  return checked;
}

function firstWords(): Y.Doc {
  const maker = desk(1);
  edit(maker, () => {
    $getRoot().append($createBlockNode().append($createTextNode('What each side will do, and how')));
  });
  return maker.doc;
}

function $change(gen: prng.PRNG): void {
  const selection = $selectSomewhere(gen);
  if (!selection) return;
  const changes: readonly (() => unknown)[] = [
    () => selection.insertParagraph(),
    () => selection.insertLineBreak(),
    () => $toggleKind(prng.oneOf(gen, [...BLOCK_KINDS])),
    () => $indentBy(prng.bool(gen) ? 1 : -1),
    () => $linkSelection(prng.bool(gen) ? 'https://example.org/plan' : undefined),
    () => $insertMention('@Priya Nandra', { kind: 'member', id: 'm1' }),
    () => prng.int32(gen, 0, 3) === 0 && $insertTable(2, 2),
    () => prng.int32(gen, 0, 3) === 0 && $insertRule(),
    () => selection.formatText(prng.oneOf(gen, ['bold', 'italic', 'underline', 'code'])),
    () => selection.insertNodes([$createTabNode()]),
    () => selection.removeText(),
    () => selection.insertNodes(PASTED.map((line) => $createBlockNode().append($createTextNode(line)))),
    () => $toggleTicks(),
    ...Array.from({ length: 5 }, () => () => selection.insertText(prng.oneOf(gen, TYPED))),
  ];
  prng.oneOf(gen, [...changes])();
}

const TYPED = ['a', 'żółć ', 'share ', '🤝', 'and the '];
const PASTED = ['one', 'two 🤝', 'three'];

function $selectSomewhere(gen: prng.PRNG): RangeSelection | null {
  const texts = $getRoot().getAllTextNodes();
  if (texts.length > 0) {
    const text = prng.oneOf(gen, texts);
    const places = caretPlaces(text.getTextContent());
    const from = prng.oneOf(gen, places);
    text.select(from, prng.bool(gen) ? from : prng.oneOf(gen, places));
  } else {
    const first = $getRoot().getFirstChild();
    if ($isElementNode(first)) first.selectStart();
  }
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
}

/** Where a caret can stand: never inside a character of two code units, half of which Yjs can't send. */
function caretPlaces(text: string): [number, ...number[]] {
  const places: [number, ...number[]] = [0];
  for (const character of text) places.push((places.at(-1) as number) + character.length);
  return places;
}
