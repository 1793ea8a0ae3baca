/** Words that people read: editor. */
export const editorWords = {} as const;
