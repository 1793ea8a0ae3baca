/** Words that people read: sync. */
export const syncWords = {} as const;
