import type { PersonAction } from '../../shared/decisions/actions.ts';
import type { Position } from '../../shared/decisions/positions.ts';
import { at, bodyCalled } from './decisionTerms.ts';
import type { Decision, NorthvaleFile, Round, Vote } from './northvaleFile.ts';
import { capital, day, partyOf, sentence } from './phrases.ts';
import { exampleMemberId, exampleSeatId } from './store.ts';

/** Someone's act on a decision of the example, at its time in the story. */
export interface Act {
  readonly at: number;
  readonly memberId: string;
  readonly action: PersonAction;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const FACILITATOR = exampleMemberId('Marsha Odell');
export const RECORDER = exampleMemberId('Ravi Sen');

/**
 * Everything that people did with one of the example's decisions once it was open, as its file tells it. What time
 * did, and what came of it all, is not here: that has to follow.
 */
export function actsOf(file: NorthvaleFile, decision: Decision, hashes: readonly string[]): Act[] {
  return [
    ...decision.rounds.flatMap((round, index) => [
      ...amendment(round, hashes[index]),
      ...answersIn(file, decision, index),
    ]),
    ...afterwards(file, decision),
  ].sort((a, b) => a.at - b.at);
}

/** New words between two rounds, and the next round with them. */
function amendment({ amendment: amended, opened }: Round, hash: string | undefined): Act[] {
  if (!amended || hash === undefined) return [];
  const change = sentence(amended.change);
  return [
    {
      at: at(opened),
      memberId: FACILITATOR,
      action: { kind: 'amend', hash, change, ifFrozen: 'next_round' },
    },
    { at: at(opened) + MINUTE, memberId: FACILITATOR, action: { kind: 'open_next_round' } },
  ];
}

function answersIn(file: NorthvaleFile, { rounds }: Decision, index: number): Act[] {
  const round = rounds[index] as Round;
  const before = rounds[index - 1];
  // Before an extension on the same words answers are kept: they are not given again.
  const kept = before && !before.worked.quorate ? before.votes : [];
  return round.votes
    .filter(({ seat, choice }) => !kept.some((said) => said.seat === seat && said.choice === choice))
    .filter(({ choice }) => !(round.kind === 'fallback' && choice === 'stand_aside'))
    .map((vote, place) => ({
      at: at(round.opened) + (WAIT[vote.channel] ?? DAY) + place * 7 * MINUTE,
      ...answer(file, vote),
    }));
}

/** How long after its opening answers came in: in the meeting, by mail, by post. */
const WAIT: Readonly<Record<string, number>> = {
  live: 90 * MINUTE,
  'email link': 2 * DAY + 3 * HOUR,
  paper: 4 * DAY + 2 * HOUR,
};

function answer(file: NorthvaleFile, vote: Vote): Pick<Act, 'memberId' | 'action'> {
  const { seat, choice, channel, reason, value, harm } = vote;
  const position = {
    choice,
    ...(reason && { reason: sentence(reason) }),
    ...(value && { value: exampleValueId(value) }),
    ...(harm && { harm: sentence(harm) }),
  } as Position;
  const given = { kind: 'take_position', seat: exampleSeatId(seat), position } as const;
  if (channel !== 'paper')
    return {
      memberId: memberCalled(partyOf(file, seat).lead),
      action: { ...given, through: { channel: channel === 'email link' ? 'email_link' : 'live' } },
    };
  const witness = memberCalled(vote.witness ?? '');
  const reference = vote.paper_ref ?? '';
  return { memberId: RECORDER, action: { ...given, through: { channel, witness, reference } } };
}

/** A member by the name that the file gives them, which may have more in brackets. */
export function memberCalled(name: string): string {
  return exampleMemberId(name.replace(/ \(\w+\)$/, ''));
}

export function exampleValueId(code: string): string {
  return `northvale-${code.toLowerCase()}`;
}

/** What the bodies said, and the words of a seat that did not carry the day. */
function afterwards(
  file: NorthvaleFile,
  { id, ratification, referral = [], minority_statement: minority, rounds }: Decision,
): Act[] {
  const end = at(rounds.at(-1)?.closed ?? '');
  const text = STATEMENTS[id];
  return [
    ...(text === undefined
      ? []
      : [
          {
            at: end + DAY,
            memberId: RECORDER,
            action: { kind: 'write_statement' as const, text },
          },
        ]),
    ...(minority
      ? [
          {
            at: end + 2 * DAY,
            memberId: memberCalled(partyOf(file, minority.by).lead),
            action: {
              kind: 'add_minority_statement' as const,
              seat: exampleSeatId(minority.by),
              text: minority.text,
            },
          },
        ]
      : []),
    ...ratification.map(({ body, date, condition }) =>
      bodyAct(body, date, {
        answer: condition
          ? { kind: 'ratified_with_condition', condition: sentence(condition) }
          : { kind: 'ratified' },
        reason: condition ? 'Confirmed, on one condition.' : 'Confirmed at its meeting.',
      }),
    ),
    ...referral.map(({ body, date, result, reason }) =>
      bodyAct(body, date, {
        answer: result.startsWith('approved')
          ? { kind: 'ratified_with_condition', condition: sentence(result.replace('approved, ', '')) }
          : { kind: 'declined' },
        reason: sentence(reason),
      }),
    ),
  ];
}

/** What the recorder wrote with each outcome. The outcome itself nobody writes. */
const STATEMENTS: Readonly<Record<string, string>> = {
  D1: 'All eleven seats agreed, two of them with a worry: examples of open books for small firms are wanted, and fewer words.',
  D2: 'Skelby Good Neighbours blocked the first words, because they took silence for a yes. Carers’ Voice asked for the change, and then all agreed.',
  D3: 'Larchmere spoke to the figures and left the room. The words keep company in them, as members asked.',
  D4: 'Two rounds did not bring us together. Three quarters and most of each side were for it. We look at who is left out after 90 days.',
  D5: 'Too few had answered at first, so it stayed open a week longer. No trips start before every check is done.',
  D6: 'The NHS has no power to underwrite a care contract. So each body decided for itself.',
};

type Said = Pick<Extract<PersonAction, { kind: 'answer_for_body' }>, 'answer' | 'reason'>;

/** A body's answer, entered by the recorder from its minutes. */
function bodyAct(name: string, date: string, said: Said): Act {
  const { id: body } = bodyCalled(name);
  const reference = `${capital(name)}, minutes of ${day(date)}`;
  return { at: at(date), memberId: RECORDER, action: { kind: 'answer_for_body', body, reference, ...said } };
}
