/** Words that people read: refusals. */
export const refusalsWords = {} as const;
