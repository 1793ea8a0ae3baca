/** Words that people read: what they are told of comments, in the inbox and in mails. */
export const commentNoticesWords = {
  someone: 'Someone',
  document: '“{{title}}”',
  aDocument: 'a document that few may read',
  decision: 'decision {{number}}',
  comment_mention: {
    title: 'You are mentioned in a comment',
    line: '{{who}} mentions you, or your side, in a comment on {{what}}.',
  },
  comment_reply: {
    title: 'An answer to your comment',
    line: '{{who}} answered where you wrote a comment on {{what}}.',
  },
  suggestion_accepted: {
    title: 'Your suggestion was accepted',
    line: '{{who}} put the words that you suggested into {{what}}.',
  },
  suggestion_declined: {
    title: 'Your suggestion was declined',
    line: '{{who}} declined your suggestion in {{what}}, and says why.',
  },
} as const;
