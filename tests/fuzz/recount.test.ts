import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from '../../shared/decisions/decision.ts';
import { recount } from '../../shared/ledger/recount/recount.ts';
import { chronicle } from '../unit/shared/ledger/chronicle.ts';
import { anyPlay, states } from './decisionPlays.ts';

const RUNS = { numRuns: process.env.LONG ? 10_000 : 600 };

/** A ledger may be written as things happen, or long after, as the example's is. */
const anyDelay = fc.constantFrom(0, 0, 1e13);

it('[DEC40] whatever people did, a recount from the lines comes to the same, with or without the texts', () => {
  const seen = new Set<string>();
  fc.assert(
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
    process.env.SEED ? { ...RUNS, seed: Number(process.env.SEED) } : RUNS,
  );
  for (const kind of ['position_taken', 'round_extended', 'step_started', 'ended'])
    expect(seen).toContain(kind);
});
