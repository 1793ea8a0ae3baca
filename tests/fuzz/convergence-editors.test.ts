import { $getRoot } from 'lexical';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindEditor, type EditorProblem } from '../../client/editor/binding/bindEditor.ts';
import { $nodesToBlocks } from '../../client/editor/blocks.ts';
import { createBareEditor } from '../../client/editor/headless.ts';
import { $createBlockNode, $isBlockNode } from '../../client/editor/nodes/BlockNode.ts';
import { readText } from '../../shared/documents/readText.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import { Chance, someOp } from './editorOps.ts';

const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 1_000 : 40));
const OPS_PER_RUN = Number(process.env.OPS ?? 60);
const FIRST_SEED = process.env.SEED === undefined ? 1 : Number(process.env.SEED);
const PEOPLE = 3;

interface Person {
  readonly doc: Y.Doc;
  readonly editor: ReturnType<typeof createBareEditor>;
  readonly tie: ReturnType<typeof bindEditor>;
  readonly problems: EditorProblem[];
  online: boolean;
}

/** As a page opens a document: without collecting what is deleted. */
function person(clientID: number, update: Uint8Array): Person {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientID;
  Y.applyUpdate(doc, update, 'remote');
  const editor = createBareEditor((error) => {
    throw error;
  });
  const problems: EditorProblem[] = [];
  const tie = bindEditor(editor, doc, { onProblem: (problem) => problems.push(problem) });
  return { doc, editor, tie, problems, online: true };
}

function tell(from: Person, to: Person): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
}

function wordsIn(doc: Y.Doc): string[] {
  return textBlocksIn(readText(doc)).flatMap((block) => textOfRuns(block).match(/[\u4e00-\u9fff]/g) ?? []);
}

/** Lexical cannot delete a part of a mention in some places: it says so, and the edit does not happen. */
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

const seen = (who: Person) => who.editor.read(() => $nodesToBlocks($getRoot().getChildren()));

/** One run. Every word is one letter that is used once, so that no word can be cut in two. Answers what is wrong at its end. */
function run(seed: number, trace?: (line: string) => void): Outcome {
  const chance = new Chance(seed);
  let count = 0;
  const word = () => String.fromCharCode(0x4e00 + count++);
  const first = new Y.Doc();
  first.clientID = 1_000;
  writeBlocks(first, [
    { kind: 'heading1', runs: [{ text: `${word()} ${word()}` }] },
    { kind: 'paragraph', runs: [{ text: Array.from({ length: 9 }, word).join(' ') }] },
    { kind: 'bullet', runs: [{ text: `${word()}${word()}` }] },
  ]);
  const start = Y.encodeStateAsUpdate(first);
  const people = Array.from({ length: PEOPLE }, (_, index) => person(index + 1, start));
  const ever = new Set(wordsIn(first));
  const gone = new Set<string>();

  for (let step = 0; step < OPS_PER_RUN; step++) {
    const who = chance.pick(people);
    const before = new Set(wordsIn(who.doc));
    const dice = chance.below(100);
    let name = '';
    if (dice < 5) {
      name = 'undo';
      who.tie.undo();
    } else if (dice < 8) {
      name = 'redo';
      who.tie.redo();
    } else {
      const [, opName, op] = someOp(chance);
      name = opName;
      edit(who, () => op(chance, word));
    }
    if (chance.below(3) === 0) who.tie.undoManager.stopCapturing();
    const after = new Set(wordsIn(who.doc));
    for (const each of before) if (!after.has(each)) gone.add(each);
    for (const each of after) ever.add(each);
    trace?.(
      `${step} ${people.indexOf(who) + 1} ${name}: ${JSON.stringify(textBlocksIn(readText(who.doc)).map(textOfRuns))}`,
    );
    if (chance.below(12) === 0) chance.pick(people).online = false;
    if (chance.below(8) === 0) for (const each of people) each.online = true;
    while (chance.below(5) < 2) {
      const [from, to] = [chance.pick(people), chance.pick(people)];
      if (from !== to && from.online && to.online) {
        tell(from, to);
        trace?.(
          `   ${people.indexOf(from) + 1}→${people.indexOf(to) + 1}: ${JSON.stringify(textBlocksIn(readText(to.doc)).map(textOfRuns))}`,
        );
      }
    }
  }
  for (let round = 0; round < 10; round++)
    for (const from of people) for (const to of people) if (from !== to) tell(from, to);
  trace?.(`end ${JSON.stringify(textBlocksIn(readText((people[0] as Person).doc)).map(textOfRuns))}`);
  for (const { tie } of people) tie.settle();
  return judge(people, ever, gone);
}

interface Outcome {
  readonly wrong: string[];
  readonly doubled: string[];
}

function judge(people: readonly Person[], ever: ReadonlySet<string>, gone: ReadonlySet<string>): Outcome {
  const wrong: string[] = [];
  const [ann, ...others] = people as [Person, ...Person[]];
  const fresh = person(99, Y.encodeStateAsUpdate(ann.doc));
  const said = JSON.stringify(seen(ann));
  for (const [index, other] of [...others, fresh].entries())
    if (JSON.stringify(seen(other)) !== said) wrong.push(`editor ${index + 2} differs from editor 1`);
  if (JSON.stringify(readText(ann.doc)) !== said) wrong.push('the server reads it differently');
  for (const each of [...people, fresh])
    for (const { kind, error } of each.problems)
      if (kind === 'unreadable') wrong.push(`${kind}: ${String(error)}`);
  const left = wordsIn(ann.doc);
  const kept = new Set(left);
  for (const each of ever) if (!gone.has(each) && !kept.has(each)) wrong.push(`${each} is lost`);
  for (const each of [...people, fresh]) each.tie.destroy();
  return { wrong, doubled: [...kept].filter((each) => left.indexOf(each) !== left.lastIndexOf(each)) };
}

it(`[EDIT7] editors that edit apart and meet agree with each other, a fresh load and the server (${RUNS} runs)`, () => {
  const failed: string[] = [];
  const doubled: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    try {
      const outcome = run(seed);
      if (outcome.wrong.length > 0) failed.push(`SEED=${seed}: ${outcome.wrong.join('; ')}`);
      if (outcome.doubled.length > 0) doubled.push(`SEED=${seed}: ${outcome.doubled.join('')} doubled`);
    } catch (error) {
      failed.push(
        `SEED=${seed}: threw ${error instanceof Error ? error.stack?.slice(0, 900) : String(error)}`,
      );
    }
  }
  if (process.env.TRACE) run(FIRST_SEED, (line) => console.log(line));
  if (doubled.length > 0)
    console.log(`${doubled.length} of ${RUNS} runs doubled a word: ${doubled.slice(0, 8).join(', ')}`);
  expect(failed, failed.slice(0, 12).join('\n')).toEqual([]);
  // Among three people who edit apart a word can still be left twice: see the first decision record.
  expect(doubled.length, doubled.join('\n')).toBeLessThanOrEqual(Math.max(1, RUNS / 30));
});

it.each([
  [198, 'a changed kind'],
  [253, 'a word that Yjs had collected when it should come back'],
  [1941, 'a line break'],
  [2268, 'words that undo had put between one neighbour'],
])('[EDIT7] the people of seed %i, one of whose pages once missed %s', (seed) => {
  expect(run(seed).wrong).toEqual([]);
});
