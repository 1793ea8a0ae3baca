/** Words that people read: documents. */
export const documentsWords = {} as const;
