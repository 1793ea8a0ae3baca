import * as prng from 'lib0/prng';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { docView } from '../../../../shared/sync/docView.ts';
import { Effort } from '../../../../shared/sync/effort.ts';
import { Lists } from '../../../../shared/sync/lists.ts';
import { GATE_LIMITS, type ParsedUpdate, parseUpdate } from '../../../../shared/sync/updateStructs.ts';

const SEED = Number(process.env.SEED ?? 20_261_122);
const ROUNDS = 60;

test('[GATE10] the gate puts each run where Yjs puts it, so that it counts the same work', () => {
  let runs = 0;
  for (let seed = SEED; seed < SEED + ROUNDS; seed++) runs += compare(seed);
  expect(runs).toBeGreaterThan(ROUNDS * 20);
});

/** People who work apart on one text and then meet, one update after the other. */
function compare(seed: number): number {
  const gen = prng.create(seed);
  const server = new Y.Doc();
  server.getText('x').insert(0, 'first words');
  const people = Array.from({ length: 4 }, (_, i) => {
    const doc = new Y.Doc();
    doc.clientID = prng.bool(gen) ? 100 + i : 900 - i;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    return doc;
  });
  let compared = 0;
  for (let meeting = 0; meeting < 3; meeting++)
    for (const doc of people) {
      for (let i = prng.int32(gen, 1, 12); i > 0; i--) write(gen, doc.getText('x'));
      const bytes = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
      const expected = foreseen(server, parseUpdate(bytes, GATE_LIMITS) as ParsedUpdate);
      Y.applyUpdate(server, bytes);
      expect(expected, `SEED=${seed}`).toEqual(unitsOf(server));
      compared += expected.length;
      if (prng.bool(gen)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    }
  return compared;
}

function write(gen: prng.PRNG, text: Y.Text): void {
  const at = prng.bool(gen) ? Math.min(5, text.length) : prng.int32(gen, 0, text.length);
  const length = Math.min(prng.int32(gen, 1, 4), text.length - at);
  const dice = prng.int32(gen, 0, 9);
  if (dice < 6 || length === 0) text.insert(at, prng.word(gen, 1, 4));
  else if (dice < 8) text.delete(at, length);
  else text.format(at, length, { b: dice === 8 ? true : null });
}

function foreseen(doc: Y.Doc, update: ParsedUpdate): string[] {
  const view = docView(doc, () => true);
  const lists = new Lists(view, new Effort(1e9));
  const place = { container: view.root('x'), sub: null };
  for (const { client, structs } of update.groups)
    for (const struct of structs) lists.add(client, struct, place, view.stateOf(client));
  return [...lists.runs(place.container)].flatMap(({ client, clock, end }) => clocks(client, clock, end));
}

function unitsOf(doc: Y.Doc): string[] {
  const units: string[] = [];
  for (let run = doc.getText('x')._start; run; run = run.right)
    units.push(...clocks(run.id.client, run.id.clock, run.id.clock + run.length));
  return units;
}

function clocks(client: number, clock: number, end: number): string[] {
  return Array.from({ length: end - clock }, (_, i) => `${client}:${clock + i}`);
}
