import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from '../../shared/decisions/decision.ts';
import { recount } from '../../shared/records/recount/recount.ts';
import { chronicle } from '../unit/shared/ledger/chronicle.ts';
import { anyPlay, states } from './decisionPlays.ts';

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** `SEED=… PLAY=…` plays the one again that a failure named, and makes it as small as it gets. */
const RUNS = {
  numRuns: process.env.LONG ? 10_000 : 600,
  seed: SEED,
  ...(process.env.PLAY && { path: process.env.PLAY }),
};

/** A ledger may be written as things happen, or long after, as the example's is. */
const anyDelay = fc.constantFrom(0, 0, 1e13);

it('[DEC40] whatever people did, a recount from the lines comes to the same, with or without the texts', () => {
  console.log(`recount: SEED=${SEED}, ${RUNS.numRuns} plays`);
  const seen = new Set<string>();
  const tried = fc.check(
    fc.property(anyPlay, anyDelay, fc.func(fc.boolean()), (play, delay, erased) => {
      const { add, read } = chronicle('d');
      let last: Decision | undefined;
      for (const { decision, entries, now } of states(play)) {
        add(entries, now + delay);
        last = decision;
      }
      for (const each of [read(), read(() => true), read(({ seq }, name) => erased(seq, name))]) {
        for (const { line } of each) seen.add(line.kind);
        const again = recount(each);
        if (again.kind !== 'same')
          throw new Error(JSON.stringify([again, each.slice(-3).map(({ line }) => line)]));
        expect(again.decision.state).toEqual(last?.state);
        expect(again.decision.rounds.map(({ counts }) => counts)).toEqual(
          last?.rounds.map(({ counts }) => counts),
        );
      }
    }),
    RUNS,
  );
  if (tried.failed)
    throw new Error(`SEED=${SEED} PLAY=${tried.counterexamplePath}: ${fc.defaultReportMessage(tried)}`);
  for (const kind of ['position_taken', 'round_extended', 'step_started', 'decided', 'ended'])
    expect(seen).toContain(kind);
});
