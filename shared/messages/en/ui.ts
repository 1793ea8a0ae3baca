/** Words that people read: what every page shares. */
export const uiWords = {
  name: 'Trialogue',
  skip: 'Skip to the main part',
  nothingLost: 'Nothing you typed is lost.',
  tryAgain: 'Try again',
  clearSearch: 'Empty the search',
  notices: 'Notices',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  today: 'Today',
  yesterday: 'Yesterday',
  todayAt: 'today at {{time}}',
  yesterdayAt: 'yesterday at {{time}}',
  noNetwork: 'We could not reach Trialogue. Check your connection, then try again.',
  wentWrong: 'Something went wrong at our end. Try again in a moment.',
  brokenPage:
    'This page stopped working. What you wrote in a document is kept on this device. Load the page again.',
  loadAgain: 'Load the page again',
  nothingHere: 'There is nothing at this address',
  nothingHereHow:
    'It may have been mistyped, or it may not be open to you. Nothing is lost: your documents are where they were.',
  goToStart: 'Go to the start',
} as const;
