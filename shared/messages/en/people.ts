/** Words that people read: coming in and going out. */
export const peopleWords = {
  signOut: 'Sign out',
  speaksFor: 'for {{seat}}',
  emailMissing: 'Type your mail address.',
  emailWrong: 'This is not a whole mail address. It looks like rosa@example.org.',
  nameMissing: 'Type what others should call you.',
  nameTooLong: 'That is too long. Use 80 letters or fewer.',
  sixDigits: 'The code has six digits. You find it in the mail.',
  wrongCode: 'That is not the code. Look in the newest mail. You can try {{count}} more times.',
  wrongCodeLast: 'That is not the code. Look in the newest mail. You can try once more.',
  noTriesLeft: 'This code was wrong too often, so it no longer works. Ask for a new mail.',
  noCodesToday:
    'Too many wrong codes were typed for this address today. Open the link in the mail instead, in the browser where you asked for it.',
  noCode: 'No code is waiting in this browser. It may be older than ten minutes. Ask for a new mail.',
  linkOver: 'This link has been used, or it is older than ten minutes. Ask for a new mail.',
  otherBrowser:
    'This link only works in the browser where you asked for it. Go back there and type the six digits from the same mail. Or ask for a new mail here.',
  noPlace: 'There is no place for this address yet. Ask the person who runs your partnership to invite it.',
  askedTooOften:
    'You asked for several mails. Look for them first, also among junk mail. You can ask again in {{minutes}} minutes.',
  triedTooOften: 'That was a lot of tries. Wait {{minutes}} minutes, then try again.',
  mail: {
    subject: 'Sign in to Trialogue',
    hello: 'Hello,',
    why: 'you asked to sign in to Trialogue at {{address}}. Open this link in the browser where you asked:',
    link: 'Sign in',
    orCode: 'Or type these six digits on the page where you asked:',
    once: 'Both work once, for ten minutes.',
    never:
      'Did you not ask? Then do nothing: without this mail, nobody can come in. Never tell anyone the six digits. We never ask for them.',
  },
  noPlaceMail: {
    subject: 'No place for you on Trialogue yet',
    why: 'someone, perhaps you, asked to sign in to Trialogue at {{address}} with this mail address. There is no place for this address yet.',
    how: 'People come in by invitation. Ask the person who runs your partnership to invite this address. Perhaps they invited another address of yours: then sign in with that one.',
    notYou: 'Did you not ask? Then do nothing. After a day we keep nothing about you.',
  },
  loadingMe: 'Finding out who you are…',
  welcome: {
    heading: 'One plan, written by everyone it is for',
    what: 'Trialogue is where those who pay for a public service, those who provide it and those who use it work out together what will be done, how and by whom.',
    promise:
      'You all write in the same document at the same time. When the page says “Saved”, your words are safe.',
    choose: 'Who would you like to be?',
    howTo:
      'These are the people of an invented partnership, {{partnership}}. Choose one to come in as them. To see two people write at once, open a second browser and come in as someone else.',
    loading: 'Fetching the example’s people…',
    comeInAs: 'Come in as',
    serving: 'Those who serve the table',
    servingAbout:
      'They help the meeting, keep watch over it or answer to voters. They hold no seat and have no vote.',
  },
  invitation: {
    heading: 'You come in by invitation',
    how: 'Each partnership invites its own people. If you were invited, open the link that you were sent: it brings you straight in.',
    without:
      'If you have no link, or it no longer works, ask the person who runs your partnership for a new one.',
    runsIt:
      'Do you run this Trialogue? Inviting by mail is not ready yet. Start it with the example partnership to try everything else: set TRIALOGUE_EXAMPLE=1.',
  },
} as const;
