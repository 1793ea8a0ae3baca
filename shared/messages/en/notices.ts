/** Words that people read: mails about decisions. */
export const noticesWords = {
  about: 'Decision {{number}} of {{partnership}}: {{question}}',
  /** For a decision that not everyone may know of, nothing of it stands in a mail. */
  aboutRestricted: 'It is about decision {{number}} of {{partnership}}.',
  open: 'Open decision {{number}}',
  answerWanted: {
    subject: 'Decision {{number}}: your answer is asked for',
    consensus: 'You can say where your seat stands until {{until}}. Saying nothing is not a yes.',
    fallback:
      'No agreement was reached, so the next step that was fixed beforehand has begun. You can vote until {{until}}.',
  },
  closingSoon: {
    subject: 'Decision {{number}}: your seat has not answered yet',
    how: 'You can say where your seat stands until {{until}}. Saying nothing is not a yes.',
  },
  moreTime: {
    subject: 'Decision {{number}}: there is more time to answer',
    how: 'Your seat has not answered yet. The round stays open longer: you can say where your seat stands until {{until}}.',
  },
  ended: {
    subject: 'Decision {{number}} has ended',
    onPage: 'Its page shows what came of it.',
    consensus: 'It was agreed by consensus, in round {{round}}.',
    passed:
      'No agreement was reached by consensus, so step {{step}} of the ladder decided, as was fixed beforehand: {{how}}. The proposal was passed.',
    alternative:
      'No agreement was reached by consensus, so step {{step}} of the ladder decided, as was fixed beforehand: {{how}}. Passed was: {{option}}.',
    statusQuo:
      'No agreement was reached by consensus, so step {{step}} of the ladder decided, as was fixed beforehand: {{how}}. Things stay as they are: that was liked best.',
    notAgreed: 'It was not agreed. Things stay as they are.',
    notAgreedBy:
      'It was not agreed, and things stay as they are. The last step of the ladder that ran was step {{step}}: {{how}}.',
    referred:
      'No agreement was reached here, so step {{step}} of the ladder began, as was fixed beforehand: it goes to the bodies that decide for themselves.',
    trial:
      'No agreement was reached by consensus, so step {{step}} of the ladder decided, as was fixed beforehand: it is adopted as a trial until {{until}}.',
    lapsed: 'It lapsed: too few answered. That is not a no.',
    withdrawn: 'It was withdrawn.',
    why: 'The reason: {{reason}}',
    inShort: 'What was decided: {{short}}',
    waits: 'It is not in force yet. The page says what it still waits for.',
    more: 'The count, the reasons that were given, and what those who did not agree want to say are on its page.',
    steps: {
      majority: 'a majority vote',
      concurrent_majority: 'a majority of all and within each side',
      ranked_choice: 'putting the options in order',
      named_decider: 'the decision of {{name}}',
      refer_to_bodies: 'asking the bodies themselves',
      trial: 'a trial',
      pause: 'a pause',
      status_quo: 'things stay as they are',
    },
  },
  amended: {
    subject: 'Decision {{number}}: the words have changed',
    nextRound: 'The words have changed. You can say where your seat stands on them in the next round.',
    how: 'The words have changed, so every answer has to be given again, or confirmed. A block stays until whoever raised it clears it.',
    why: 'What was said about the change: {{change}}',
    was: 'Was: {{line}}',
    now: 'Now: {{line}}',
    added: 'New: {{line}}',
    removed: 'Taken out: {{line}}',
    more: 'There is more. The page shows every change.',
    onPage: 'The page shows what changed.',
  },
  enteredForYou: {
    subject: 'Decision {{number}}: an answer was entered for your seat',
    how: 'Someone wrote down an answer of your seat, from paper or from what was said. If it is not right, you can put it right until {{until}}.',
  },
  reviewDue: {
    subject: 'Decision {{number}}: time to look again',
    how: 'The partnership said that it would look at this decision again now.',
  },
} as const;
