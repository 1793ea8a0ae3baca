/** Words that people read: pages that follow what others do. */
export const liveWords = {
  tooManyPages: 'You have many pages of this partnership open. Close some, and this one will follow again.',
} as const;
