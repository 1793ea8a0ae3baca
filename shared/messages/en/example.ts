/** Words that people read: example. */
export const exampleWords = {
  choosePerson: 'Choose one of the people in the example.',
} as const;
