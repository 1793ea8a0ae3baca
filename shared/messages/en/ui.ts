/** Words that people read: ui. */
export const uiWords = {} as const;
