/** Words that people read: example. */
export const exampleWords = {} as const;
