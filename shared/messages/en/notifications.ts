/** Words that people read: being told of what happens, in the app and by mail. */
export const notificationsWords = {
  quietEmpty: 'Choose an end that is not the beginning.',
  mail: {
    /** The subject of a mail that tells of several things. */
    needYou: '{{partnership}}: {{count}} things need you',
    needYouOne: '{{partnership}}: one thing needs you, and there is news',
    news: '{{partnership}}: {{count}} pieces of news',
    needsYouHeading: 'What needs you',
    newsHeading: 'News',
    itemMore: '{{line}} (and {{count}} more like it)',
    left: 'There is more than fits into a mail. All of it is in Trialogue: {{address}}',
    open: 'Open it',
    reply:
      'To answer, reply to this mail. What you write above the line is added under your name there, for everyone who may read it.',
    replyTo: 'To answer by mail: {{address}}',
    noReply: 'Please don’t reply to this mail: nobody reads what comes back. To answer, open the page.',
    waysIn:
      'This mail lets you in without signing in, as {{name}}. Whoever has it can answer in that name, so please don’t pass it on.',
    why: 'You get this because you are in {{partnership}}.',
    settings: 'Choose what you get, and when',
    unsubscribe: 'Get no more mails with news (what needs you still comes)',
  },
  unsubscribing: {
    title: 'Get no more news from {{partnership}} by mail?',
    how: 'You will get no more mails that only tell you what is new in {{partnership}}. You find all of it in Trialogue.',
    button: 'Stop these mails',
    doneTitle: 'No more news from {{partnership}} by mail',
    done: 'It is done. You find what is new in Trialogue whenever you look.',
    stillComes:
      'What needs you still comes by mail: when your answer is asked for, or someone entered one for you. If you want none of that either, you can choose so once you have signed in.',
    settings: 'Choose what you get, and when',
  },
  refusedReply: {
    subject: 'Your answer was not added',
    what: 'You answered a mail from {{partnership}}. What you wrote was not added there.',
    empty: 'No words of yours were found in it. Write them above the line, and nothing below it.',
    gone: 'What you answered is not there any more, or is no longer open to you.',
    yours: 'Nobody else has read it. Your mail program still has what you wrote.',
    open: 'Open Trialogue',
  },
  /** Above it is the answer, below it the mail that is answered. */
  replyLine: 'Please write above this line',
} as const;
