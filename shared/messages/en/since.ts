/** Words that people read: what changed since they were last here. */
export const sinceWords = {
  heading: 'Since you were last here ({{when}})',
  added: 'New',
  removed: 'Taken out',
  changed: 'Changed',
  was: 'Before: {{was}}',
  by: 'by {{names}}',
  words: 'The words',
  happened: 'What happened',
  more: 'More sentences: {{count}}',
  tooMuch:
    'So much has been written since that it can’t be said sentence by sentence. Best read it from the start.',
  read: 'I have read this',
  done: 'Next time you will be shown what changes from now on.',
  server: 'the server',
  someone: 'someone',
  changedMeanwhile: 'Something has changed meanwhile. Look at it again.',
} as const;
