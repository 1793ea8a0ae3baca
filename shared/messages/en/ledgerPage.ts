/** Words that people read: the page of a partnership's whole ledger, and forgetting someone in it. */
export const ledgerPageWords = {
  link: 'The whole record',
  heading: 'The whole record',
  about:
    'Every answer, every count and every outcome is one line in a chain. No line can be changed, put in or left out without it being found.',
  loading: 'Loading the signed fingerprints…',
  take: {
    heading: 'Take it and check it',
    about:
      'Take the record as a file and give it to the page that checks it. You need not trust us for that, and need no server of ours.',
    as: 'It has all that you may see. What you may not see is there as a fingerprint alone, so that the chain still holds.',
    early:
      'A round is open whose answers are hidden. What came after it began is kept back until it has closed.',
    file: 'Take the whole record',
    check: 'Open the page that checks it',
  },
  proves: {
    heading: 'What that proves',
    yes: [
      'The lines fit one another: since they were written, none was changed, put in or left out.',
      'Every vote was counted by the rule that was sealed before it began. The page counts each one again.',
      'The words are those that were decided on, letter for letter.',
      'With a mail or a receipt that you kept: that nobody has written the record anew since, not even those who run the server.',
    ],
    noHeading: 'What it can’t prove',
    no: [
      'That what somebody wrote is true.',
      'That whoever was signed in was the person they said they were.',
      'What people agreed elsewhere.',
    ],
  },
  heads: {
    heading: 'Signed fingerprints',
    about:
      'At each closing, and each day on which something happened, the end of the chain is signed and mailed to everyone. Keep one: later it shows that the record up to there is still the same.',
    none: 'Nothing has been signed yet',
    noneHow: 'The first fingerprint is made when a round closes, or the night after something was recorded.',
    caption: 'Every signed fingerprint, the newest first',
    when: 'Signed',
    upTo: 'Up to line',
    print: 'Fingerprint',
    keep: 'To keep',
    copy: 'Copy',
    copyNamed: 'Copy the fingerprint up to line {{seq}}',
    copied: 'Copied. Keep it somewhere that is yours.',
    notCopied: 'Your browser did not let us copy it. You have it in our mail of that day, too.',
    more: ['Show 1 older one', 'Show {{count}} older ones'],
  },
  forget: {
    heading: 'Forget who somebody was',
    about:
      'Someone who has left can ask that the record no longer tells who they were. You look after the records here, so you can do that.',
    none: 'Nobody who has left is still known by name in the record.',
    left: 'left {{when}}',
    begin: 'Forget {{name}}',
    title: 'Forget who {{name}} was?',
    goes: 'What goes',
    goesList: [
      'That the record’s random name for them was {{name}}. Nobody can find that out again, nor can we.',
      'Their name beside what they did in decisions. “Someone whose name was erased” stands there then.',
    ],
    stays: 'What stays',
    staysList: [
      'What they did, and every count and outcome. All of it can still be checked.',
      'What they wrote. Words that name somebody can be erased one by one: the documentation of the server says how.',
      'Their name in the journal and in documents, and in records that others took before.',
    ],
    reason: 'Why?',
    reasonHint: 'Everyone can read this, with your name. Don’t write theirs.',
    reasonMissing: 'Write why.',
    next: 'Go on',
    sure: 'This can’t be undone. Forget who {{name}} was?',
    yes: 'Yes, forget them',
    back: 'Back',
    done: 'The record has forgotten who they were.',
  },
} as const;
