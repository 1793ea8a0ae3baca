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
