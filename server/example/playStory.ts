import { transact } from '../../db/transact.ts';
import { entry, TIME } from '../../shared/ledger/entry.ts';
import type { Context } from '../context.ts';
import { carryOut } from '../decisions/carryOut.ts';
import { append } from '../ledger/append.ts';
import { findBindings } from './bindings.ts';
import { decisionScenes } from './decisionScenes.ts';
import { type NorthvaleFile, northvaleFile } from './northvaleFile.ts';
import { presentScenes } from './presentScenes.ts';
import { reviewScenes } from './reviewScenes.ts';
import { EXAMPLE_PARTNERSHIP, forgetEndingsTold, nextDue } from './store.ts';
import type { Scene } from './story.ts';
import { valueScenes } from './valueScenes.ts';

/**
 * Plays what the example partnership did, act by act, with the clock of the story: each act is judged, counted and
 * written down as any other is, so that what came of it is what follows. All of it is there afterwards, or none. Its
 * last line in the ledger says that everything before it was played, and when.
 */
export async function playStory(server: Context, file: NorthvaleFile = northvaleFile()): Promise<void> {
  // Nobody in the example has a mail address, so that no letter needs ours; and it is played before there is one.
  const context: Context = { ...server, address: () => '' };
  const now = context.now();
  const bindings = await findBindings(context, file);
  const scenes: Scene[] = [
    ...valueScenes(file, now),
    ...file.decisions.flatMap((decision) => decisionScenes(file, decision, bindings.get(decision.id))),
    ...reviewScenes(now),
    ...presentScenes(now),
  ];
  transact(context.db, (orm) => {
    for (const { at, play } of scenes.filter((scene) => scene.at <= now).sort((a, b) => a.at - b.at)) {
      timeUntil(context, at);
      play({ ...context, now: () => at });
    }
    timeUntil(context, now);
    forgetEndingsTold(orm);
    const entries = [entry('example_played', now, TIME)];
    append(orm, {
      partnershipId: EXAMPLE_PARTNERSHIP,
      subject: EXAMPLE_PARTNERSHIP,
      entries,
      recordedAt: now,
    });
  });
}

/** Carries out whatever time brings up to this moment, each thing at its own. */
function timeUntil(context: Context, moment: number): void {
  for (let at = nextDue(context.db); at !== undefined && at <= moment; ) {
    carryOut(context, at);
    const next = nextDue(context.db);
    if (next === at) throw new Error('time stands still in the story of the example');
    at = next;
  }
}
