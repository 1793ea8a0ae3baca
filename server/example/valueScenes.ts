import type { Change } from '../partnerships/changing.ts';
import { signBehaviour, writeBehaviour } from '../values/behaviourStore.ts';
import { proposeValue } from '../values/valueStore.ts';
import { exampleValueId, memberCalled } from './decisionActs.ts';
import { at } from './decisionTerms.ts';
import type { NorthvaleFile } from './northvaleFile.ts';
import { partyOf, sentence } from './phrases.ts';
import { EXAMPLE_PARTNERSHIP } from './store.ts';
import { type Scene, went } from './story.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How the values came in and the leaders signed what they will do, on the first morning. */
export function valueScenes(file: NorthvaleFile, now: number): Scene[] {
  const morning = at(file.partnership.started) - 120 * MINUTE;
  const by = (name: string, when: number): Change => ({
    ...{ partnershipId: EXAMPLE_PARTNERSHIP, memberId: memberCalled(name), at: when },
    changed: () => {},
  });
  const values = file.values.map(({ id, text, in_practice, question, proposed_by }, place): Scene => {
    const when = morning + place * 5 * MINUTE;
    const words = { words: text, practice: sentence(in_practice), question };
    const { lead } = partyOf(file, proposed_by);
    return {
      at: when,
      play: ({ db }) => went(proposeValue(db, by(lead, when), exampleValueId(id), words) ?? {}, text),
    };
  });
  const behaviours = file.behaviours.map(({ id, leader, will, will_not, seen_by, links }, place): Scene => {
    const when = morning + (30 + place * 5) * MINUTE;
    const words = {
      ...{ will: sentence(will), willNot: sentence(will_not), seen: sentence(seen_by) },
      valueIds: links.map(exampleValueId),
      reviewAt: reviewOf(id, now, place),
    };
    return {
      at: when,
      play: ({ db, newId }) => {
        const behaviourId = exampleValueId(id);
        went(writeBehaviour(db, by(leader, when), behaviourId, words) ?? {}, will);
        went(signBehaviour(db, by(leader, when), { behaviourId, version: 1, newId }) ?? {}, will);
      },
    };
  });
  return [...values, ...behaviours];
}

/** One is due to be looked at again, so that visitors see what that is like; the others will be. */
function reviewOf(id: string, now: number, place: number): number {
  const from = Math.floor(now / DAY) * DAY;
  return id === 'B2' ? from - 3 * DAY : from + (30 + 20 * place) * DAY;
}
