import { hashBlocks } from '../../shared/documents/canonical.ts';
import type { Context } from '../context.ts';
import { draftDecision } from '../decisions/drafting.ts';
import { addPassage } from '../decisions/passageStore.ts';
import { putValues } from '../decisions/valuesDraft.ts';
import type { Binding } from './bindings.ts';
import { actsOf, exampleValueId, FACILITATOR } from './decisionActs.ts';
import { termsOf } from './decisionTerms.ts';
import { wordsOfDecision } from './decisionWords.ts';
import type { Decision, NorthvaleFile } from './northvaleFile.ts';
import { exampleSeatId } from './store.ts';
import { actScene, facilitator, keepWordings, type Scene, went, writeDraft } from './story.ts';

const HOUR = 3_600_000;

export const exampleDecisionId = (code: string) => `northvale-${code.toLowerCase()}`;

/** Two seats are of one council. */
export const COUNCIL = {
  body: { id: 'council', name: 'Northvale County Council' },
  seats: ['C1', 'C2'].map(exampleSeatId),
};

/** One of the example's decisions: drafted, opened, answered, and what its bodies said. What comes of it follows. */
export function decisionScenes(
  file: NorthvaleFile,
  decision: Decision,
  binding: Binding | undefined,
): Scene[] {
  const id = exampleDecisionId(decision.id);
  const { question, opensAt, ...terms } = termsOf(decision, exampleSeatId);
  const wordings = wordsOfDecision(file, decision.id);
  const hashes = wordings.map(hashBlocks);
  const draft: Scene = {
    at: opensAt - HOUR,
    play: (context) => {
      if (decision.id === 'D1') draftOfValues(context, id, file);
      else went(draftDecision(withId(context, id), facilitator(context), { question }), question);
      keepWordings(context, id, wordings);
      if (binding) addPassage(context.db.orm, id, binding.documentId, binding.passage, context.now());
      const proposal = decision.id === 'D1' ? {} : { proposal: hashes[0] ?? null };
      writeDraft(context, id, { ...terms, ...proposal, organisations: [COUNCIL] });
    },
  };
  const open = actScene(id, { at: opensAt, memberId: FACILITATOR, action: { kind: 'open' } });
  return [draft, open, ...actsOf(file, decision, hashes).map((act) => actScene(id, act))];
}

/** The first decision adopts the values and behaviours, as anyone would put them to a decision. */
function draftOfValues(context: Context, id: string, { values, behaviours }: NorthvaleFile): void {
  const first = (kind: 'value' | 'behaviour', code: string) => ({
    ...{ kind, id: exampleValueId(code), version: 1 },
  });
  const adopt = [
    ...values.map((value) => first('value', value.id)),
    ...behaviours.map((behaviour) => first('behaviour', behaviour.id)),
  ];
  const drafted = putValues(withId(context, id), facilitator(context), { adopt, takeBack: [] });
  if (typeof drafted !== 'string') went(drafted, 'the values');
}

/** The same server, whose next new id is this one: addresses of the example can be read. */
export function withId(context: Context, id: string): Context {
  let next: string | undefined = id;
  return {
    ...context,
    newId: () => {
      const given = next ?? context.newId();
      next = undefined;
      return given;
    },
  };
}
