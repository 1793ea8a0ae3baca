/** Words that people read: people. */
export const peopleWords = {} as const;
