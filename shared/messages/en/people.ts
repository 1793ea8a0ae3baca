/** Words that people read: coming in and going out. */
export const peopleWords = {
  signOut: 'Sign out',
  speaksFor: 'for {{seat}}',
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
