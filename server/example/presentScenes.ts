import { bullet, paragraph } from '../../shared/documents/compose.ts';
import type { Context } from '../context.ts';
import { draftDecision } from '../decisions/drafting.ts';
import { type Act, FACILITATOR, memberCalled } from './decisionActs.ts';
import { COUNCIL, exampleDecisionId, withId } from './decisionScenes.ts';
import { northvaleRule } from './decisionTerms.ts';
import { exampleSeatId } from './store.ts';
import { actScene, facilitator, keepWordings, type Scene, went, writeDraft } from './story.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FULL_HOUR = (time: number) => Math.floor(time / HOUR) * HOUR;

/** What is going on while a visitor looks: one decision that is open and waits for them, and one draft. */
export function presentScenes(now: number): Scene[] {
  return [...openDecision(FULL_HOUR(now) - 4 * DAY), ...draft(FULL_HOUR(now) - DAY)];
}

/** The hall is closed in August: an open question of the plan. Some have answered; most have not. */
function openDecision(opened: number): Scene[] {
  const id = exampleDecisionId('D7');
  const question = 'Hold the company day at Skelby village hall in August';
  const words = [
    paragraph('Fell Road hall is closed in August. In that month the company day is at Skelby village hall.'),
    bullet('It stays on Wednesdays, with the same two hosts.'),
    bullet('The minibus goes from Fell Road at ten, and back at three. Nobody pays for it.'),
    bullet('In September it is at Fell Road again.'),
  ];
  const begin: Scene = {
    at: opened - HOUR,
    play: (context) => {
      went(draftDecision(withId(context, id), facilitator(context), { question }), question);
      const [proposal = null] = keepWordings(context, id, [words]);
      writeDraft(context, id, {
        ...{ proposal, rule: northvaleRule, standing: { kind: 'delegated' } },
        ...{ closesAt: opened + 11 * DAY, reviewAt: opened + 60 * DAY, organisations: [COUNCIL] },
        rejected: [
          { option: 'No company day in August', why: 'For some it is the only company of the week.' },
          { option: 'The school hall', why: 'It has steps, and no kitchen.' },
        ],
        easyRead:
          'The hall is shut in August. We want to meet at Skelby instead. A bus will take you there and back.',
      });
    },
  };
  const answers = ANSWERS.map(
    ({ seat, by, after, position, channel }): Act => ({
      at: opened + after * HOUR,
      memberId: memberCalled(by),
      action: { kind: 'take_position', seat: exampleSeatId(seat), position, through: { channel } },
    }),
  );
  const open: Act = { at: opened, memberId: FACILITATOR, action: { kind: 'open' } };
  return [begin, ...[open, ...answers].map((act) => actScene(id, act))];
}

type Given = Extract<Act['action'], { kind: 'take_position' }>;

const ANSWERS: readonly {
  readonly seat: string;
  readonly by: string;
  /** Hours after it was opened. */
  readonly after: number;
  readonly position: Given['position'];
  readonly channel: 'web' | 'email_link';
}[] = [
  { seat: 'U1', by: 'Del Fenn', after: 3, position: { choice: 'agree' }, channel: 'web' },
  {
    ...{ seat: 'P3', by: 'Bal Dhesi', after: 21, channel: 'web' },
    position: {
      choice: 'agree_with_reservations',
      reason: 'The minibus has one place for a wheelchair. If two people need it, we go twice.',
    },
  },
  { seat: 'G1', by: 'Ron Tasker', after: 27, position: { choice: 'agree' }, channel: 'email_link' },
  {
    ...{ seat: 'G3', by: 'Nasreen Begum', after: 50, channel: 'web' },
    position: {
      choice: 'stand_aside',
      reason: 'Few of our members go on Wednesdays. Those who do should say it, not we.',
    },
  },
];

/** What somebody has begun to put into words. */
function draft(at: number): Scene[] {
  const id = exampleDecisionId('D8');
  const question = 'Start home support in Urdu before the next places go';
  const words = [
    paragraph('Home support with someone who speaks Urdu starts before any more places are given up.'),
    bullet('The council asks for offers that say how many Urdu speakers they have.'),
  ];
  return [
    {
      at,
      play: (context: Context) => {
        went(draftDecision(withId(context, id), facilitator(context), { question }), question);
        const [proposal = null] = keepWordings(context, id, [words]);
        writeDraft(context, id, { proposal });
      },
    },
  ];
}
