import { isRefusal } from '../refusal.ts';
import type { Actor, PersonAction } from './actions.ts';
import { apply } from './apply.ts';
import { type Block, stands, stateOf } from './blocks.ts';
import { type Decision, openRound, sealedOf } from './decision.ts';
import { latestBlocks, optionsOf, outs, standingBlocks, votingStep } from './facts.ts';
import { LONGEST_ROUND } from './moments.ts';
import type { Offer } from './offers.ts';
import { type Choice, CONSENSUS_CHOICES, type Position, VOTE_CHOICES } from './positions.ts';
import { advance } from './time.ts';

/**
 * Every act that this person may do with this decision at this moment. Each is found by trying it out on the decision
 * with made-up words, by the function that does it, so that what is offered and what is taken are never two rules.
 * In a hidden round nothing of it depends on what others have answered, but for those who may see their answers.
 */
export function actsOf(decision: Decision, actor: Actor, now: number): Offer[] {
  const so = advance(decision, now).decision;
  const passes = (action: PersonAction) => !isRefusal(apply(so, action, { now, actor }));
  return [
    ...ofDraft(so, actor, passes),
    ...answering(so, actor, now, passes),
    ...aboutBlocks(so, actor, passes),
    ...leading(so, now, passes),
    ...afterwards(so, actor, now, passes),
  ];
}

type Passes = (action: PersonAction) => boolean;

const TEXT = '…';

function ofDraft({ state }: Decision, actor: Actor, passes: Passes): Offer[] {
  if (state.kind !== 'draft') return [];
  // Whoever may open may be told what is missing: that is no want of right.
  const mayOpen = actor.roles.includes('facilitator');
  return [
    ...(passes({ kind: 'set_draft', draft: {} }) ? [{ kind: 'set_draft' } as const] : []),
    ...(mayOpen ? [{ kind: 'open' } as const] : []),
    ...actor.seats
      .filter((seat) => passes({ kind: 'take_temperature', seat, reading: 'mild' }))
      .map((seat) => ({ kind: 'take_temperature' as const, seat })),
  ];
}

function answering(decision: Decision, actor: Actor, now: number, passes: Passes): Offer[] {
  const capacity = actor.seats
    .filter((seat) => passes({ kind: 'declare_capacity', seat }))
    .map((seat) => ({ kind: 'declare_capacity' as const, seat }));
  const round = openRound(decision, now);
  if (!round) return capacity;
  const step = votingStep(decision, round);
  const options = step?.kind === 'ranked_choice' ? optionsOf(decision, step) : [];
  const choices: readonly Choice[] = !step
    ? CONSENSUS_CHOICES
    : options.length > 0
      ? ['ranking', 'abstain']
      : VOTE_CHOICES;
  const position: Position = { choice: 'abstain' };
  const here = sealedOf(decision).electorate;
  const own = actor.seats.flatMap((seat): Offer[] => [
    ...(passes({ kind: 'take_position', seat, position, through: { channel: 'web' } })
      ? [{ kind: 'take_position' as const, seat, choices, options }]
      : []),
    ...(passes({ kind: 'confirm_position', seat }) ? [{ kind: 'confirm_position' as const, seat }] : []),
  ]);
  const through = { channel: 'paper', witness: `not-${actor.id}`.slice(0, 64), reference: TEXT } as const;
  const out = new Set(
    outs(decision).flatMap(({ seat, why }) => (why === 'outside_our_powers' ? [] : [seat])),
  );
  const seats = here.map(({ id }) => id).filter((seat) => !out.has(seat));
  const first = seats[0];
  const records =
    first !== undefined && passes({ kind: 'take_position', seat: first, position, through })
      ? [{ kind: 'record_position' as const, seats, choices, options }]
      : [];
  return [...capacity, ...own, ...records];
}

function aboutBlocks(decision: Decision, actor: Actor, passes: Passes): Offer[] {
  if (!decision.sealed) return [];
  const bySide = decision.sealed.rule.consensus.testedBy === 'each_side';
  return latestBlocks(decision)
    .filter((block) => stands(stateOf(block)))
    .flatMap((block) => offersFor(block, bySide ? actor.seats : [null], passes));
}

function offersFor({ seat }: Block, testers: readonly (string | null)[], passes: Passes): Offer[] {
  const tests = testers.flatMap((as) =>
    (['is_a_block', 'is_addressed'] as const)
      .filter((question) =>
        passes({
          kind: 'test_block',
          seat,
          question,
          yes: true,
          reason: TEXT,
          ...(as === null ? {} : { as }),
        }),
      )
      .map((question) => ({ kind: 'test_block' as const, block: seat, question, as })),
  );
  return [
    ...tests,
    ...(passes({ kind: 'answer_block', seat, text: TEXT })
      ? [{ kind: 'answer_block' as const, block: seat }]
      : []),
    ...(passes({ kind: 'release_block', seat, reason: TEXT })
      ? [{ kind: 'release_block' as const, block: seat }]
      : []),
  ];
}

function leading(decision: Decision, now: number, passes: Passes): Offer[] {
  const seat = decision.sealed?.electorate[0]?.id;
  const conflict = { kind: 'personal', handling: 'may_vote', reason: TEXT } as const;
  const tried: [Extract<Offer, { kind: PersonAction['kind'] }>, PersonAction][] = [
    [{ kind: 'withdraw' }, { kind: 'withdraw', reason: TEXT }],
    [{ kind: 'hold_meeting' }, { kind: 'hold_meeting', about: TEXT }],
    [{ kind: 'open_next_round' }, { kind: 'open_next_round' }],
    [{ kind: 'close_early' }, { kind: 'close_early', reason: TEXT }],
  ];
  if (seat !== undefined)
    tried.push([{ kind: 'handle_conflict' }, { kind: 'handle_conflict', conflict: { seat, ...conflict } }]);
  const round = openRound(decision, now);
  if (round) {
    const latest = round.openedAt + LONGEST_ROUND;
    const closesAt = round.closesAt + 1;
    tried.push([
      { kind: 'extend', after: round.closesAt, latest },
      { kind: 'extend', closesAt, reason: TEXT },
    ]);
  }
  const blocks = decision.sealed ? standingBlocks(decision).map((block) => block.seat) : [];
  tried.push([
    { kind: 'decide', blocks },
    {
      kind: 'decide',
      adopt: true,
      reason: TEXT,
      answers: blocks.map((each) => ({ seat: each, text: TEXT })),
    },
  ]);
  return [
    ...amending(decision, passes),
    ...tried.filter(([, action]) => passes(action)).map(([offer]) => offer),
  ];
}

function amending({ versions }: Decision, passes: Passes): Offer[] {
  if (versions.length === 0) return [];
  const hash = (versions.at(-1)?.hash === OTHER_WORDS ? '1' : '0').repeat(64);
  const ifFrozen = (['move_closing', 'next_round'] as const).filter((way) =>
    passes({ kind: 'amend', hash, change: TEXT, ifFrozen: way }),
  );
  return ifFrozen.length > 0 ? [{ kind: 'amend', ifFrozen }] : [];
}

const OTHER_WORDS = '0'.repeat(64);

function afterwards(decision: Decision, actor: Actor, now: number, passes: Passes): Offer[] {
  if (!decision.sealed) return [];
  const { bodies, sealed } = decision;
  const forBodies = bodies.flatMap(({ body: { id } }): Offer[] => {
    const answer = { kind: 'answer_for_body', body: id, answer: { kind: 'ratified' }, reason: TEXT } as const;
    const needsReference = !passes(answer);
    return needsReference && !passes({ ...answer, reference: TEXT })
      ? []
      : [{ kind: 'answer_for_body', body: id, needsReference }];
  });
  const conditions = bodies
    .map(({ body }) => body.id)
    .filter((body) => passes({ kind: 'answer_condition', body, accepted: true, reason: TEXT }));
  const toMeet = (sealed.conditions ?? []).filter(({ id }) =>
    passes({ kind: 'meet_condition', condition: id, reference: TEXT }),
  );
  const minority = actor.seats.filter((seat) => passes({ kind: 'add_minority_statement', seat, text: TEXT }));
  const plain: PersonAction[] = [
    { kind: 'write_statement', text: TEXT },
    { kind: 'correct', about: TEXT, reason: TEXT },
    { kind: 'stop_trial', reason: TEXT },
    { kind: 'review', again: now + 1, reason: TEXT },
    { kind: 'supersede', by: 'another', reason: TEXT },
  ];
  return [
    ...forBodies,
    ...conditions.map((body) => ({ kind: 'answer_condition' as const, body })),
    ...toMeet.map(({ id }) => ({ kind: 'meet_condition' as const, condition: id })),
    ...minority.map((seat) => ({ kind: 'add_minority_statement' as const, seat })),
    ...plain.filter(passes).map(({ kind }) => ({ kind }) as Offer),
  ];
}
