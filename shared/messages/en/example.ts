/** Words that people read: example. */
export const exampleWords = {
  outbox: {
    heading: 'The outbox',
    about:
      'This Trialogue is for trying things out, so it sends no mails. Here are the mails that it would have sent, the newest first. Everyone can read them.',
    sent: 'This Trialogue sends its mails. There is nothing to read here.',
    empty: 'There is no mail yet',
    emptyHow: 'A mail comes when someone signs in by mail or is invited.',
    loading: 'Fetching the mails…',
    to: 'To {{to}}, {{when}}',
  },
  choosePerson: 'Choose one of the people in the example.',
} as const;
