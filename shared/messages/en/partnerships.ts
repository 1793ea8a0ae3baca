/** Words that people read: partnerships. */
export const partnershipsWords = {} as const;
