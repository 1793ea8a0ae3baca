/** Words that people read: taking a record, and what a receipt is good for. */
export const keepingWords = {
  heading: 'Check it yourself',
  about:
    'Take the record as a file, and check it without trusting us: whether it is as it was written, and whether every vote was counted rightly. A receipt, or one of our mails that you kept, shows that nothing was rewritten.',
  take: 'Take the record',
  check: 'Open the page that checks it',
  receipt: 'To check it, paste this line into the page that checks records:\n{{code}}',
} as const;
