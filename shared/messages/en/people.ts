/** Words that people read: people. */
export const peopleWords = {
  signedOut: 'You are signed out.',
} as const;
