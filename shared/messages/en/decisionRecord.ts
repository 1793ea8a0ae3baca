/** Words that people read: what the server says about one decision, and what it refuses. */
export const decisionRecordWords = {
  nothingToChange: 'Say what to change.',
  wordsMissing: 'Write the words.',
  wordsLong: 'These words are too long for one decision. Keep to 20,000 characters.',
  requestId: 'Give this request a name of its own: 8 to 64 letters, digits, - or _.',
  notYet: 'This can’t be done yet.',
} as const;
