/** Words that people read: reading. */
export const readingWords = {} as const;
