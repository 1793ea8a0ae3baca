/** Words that people read: records that anyone can check. */
export const ledgerWords = {
  form: {
    holds: 'The file is in the form in which it was made. Not one letter has been added.',
    unreadable: 'This file can’t be read. It is not a record, or it was damaged on its way.',
    otherVersion: 'This record was made by a newer version. Get the newest verifier.',
    otherShape: 'This is not a record in the form that we make. It was changed, or it is something else.',
    notOwn:
      'The file is not byte for byte as it was made. Perhaps a program saved it again. Ask for the file once more, and do not open it in an editor.',
  },
  chain: {
    holds: 'The chain is whole: lines {{first}} to {{last}}, {{count}} in all. Each one fits the one before.',
    empty: 'There are no lines in this record yet.',
    held: 'Lines held back: {{held}}. They are about other things, or you may not see them. Their places in the chain are here, so that nothing can be slipped in or left out.',
    wrongStart: 'The first line does not begin the chain.',
    wrongNumber: 'Line {{seq}} has another number. A line was left out, put in or moved.',
    wrongLink:
      'Line {{seq}} does not follow the line before it. One of the two was changed, or a line was left out, put in or moved.',
    wrongPlace: 'Line {{seq}} is from the ledger of another partnership.',
    endsEarly:
      'The ledger goes on. What comes after is kept back until a hidden round has closed. Ask for the record again then.',
  },
  words: {
    holds: 'Texts that are exactly the ones that their lines are bound to: {{count}}.',
    changed: 'The text “{{name}}” of line {{seq}} is not the one that was recorded.',
    ofNoLine: 'There is a text of line {{seq}} that no line is bound to.',
    erased:
      'Texts that have been erased: {{erased}}. That is allowed, and what was decided can still be checked.',
  },
  texts: {
    holds: 'Texts that were put to decision, word for word as they were sealed: {{count}}.',
    changed: 'The words of a proposal are not those that were sealed.',
    ofNoLine: 'There are words in this file that no decision is bound to.',
    missing: 'Versions whose words are not in this file, only their fingerprints: {{missing}}.',
  },
  heads: {
    holds: 'Signed fingerprints that belong to this chain, with right signatures: {{count}}.',
    otherChain: 'The signed fingerprint of line {{seq}} belongs to another chain. This ledger was rewritten.',
    badSignature: 'The signature of the fingerprint of line {{seq}} is false.',
    severalKeys:
      'The fingerprints were signed with {{count}} different keys. Ask those who run the server why.',
    unsigned:
      'Newest lines without a signed fingerprint yet: {{unsigned}}. One is made at each closing, and each day.',
    noSeal: 'The file as a whole is not signed, so the names in it could have been changed.',
    badSeal: 'The file was changed after it was made: the signature over the whole of it is false.',
    sealHolds: 'The file as a whole is signed, and the signature is right. The key is {{key}}.',
    sealOtherKey:
      'The file was signed with another key than its newest fingerprint. Ask those who run the server why.',
    cannotCheck:
      'This program can’t check signatures. Use a newer browser: Firefox 129, Safari 17, Chrome or Edge 137, or later.',
  },
  kept: {
    none: 'You gave nothing that you kept yourself. Add a receipt, or the line from a mail: only that shows that the whole ledger was not rewritten and signed anew.',
    unreadable: 'This is not a receipt or a line from one of our mails: “{{code}}”. Copy the whole line.',
    otherPartnership: 'The line from your mail is about another partnership.',
    headHolds: 'Your mail about line {{seq}} fits this record.',
    headBadSignature:
      'The signature in the line from your mail, about line {{seq}}, is false. Copy the whole line again.',
    headOtherChain:
      'Your mail about line {{seq}} does not fit. This ledger is not the one that your mail was about: it was rewritten.',
    headOtherKey:
      'Your mail about line {{seq}} fits, but this record has signatures with another key. Ask those who run the server why.',
    missing:
      'Your mail is about line {{seq}}, and this ledger, which was made later, ends at line {{last}}: lines are missing.',
    outside:
      'Your mail is about line {{seq}}. This record has lines {{first}} to {{last}} only, so the two can’t be compared.',
    receiptHolds: 'Your receipt fits: it is for line {{seq}}.',
    receiptOutside:
      'Your receipt is for line {{seq}}. This record ends at line {{last}}, or begins later, so the two can’t be compared.',
    receiptNotFound:
      'Your receipt, which has no number, is for no line of this record. If the round it is for has closed and its lines are here, this ledger was rewritten.',
    receiptOtherChain: 'Your receipt for line {{seq}} does not fit. This ledger was rewritten.',
  },
  counts: {
    name: 'Decision {{number}}',
    same: '{{name}} was counted again by the rule that it carries. Every round, every number and the outcome are the same.',
    differs:
      '{{name}}: line {{seq}} is not what follows from the lines before it. By its rule, “{{kind}}” with other numbers or at another time should stand there.',
    couldNot: '{{name}}: what line {{seq}} tells could not have happened. {{because}}',
    fromNothing: '{{name}}: nothing leads to line {{seq}}.',
    lacks: '{{name}}: by its rule, “{{kind}}” should come after its last line, and is not there.',
    notCounted:
      '{{name}} was not counted again: some of its lines are held back from whoever asked for this file. A facilitator’s file has them.',
    otherSealed:
      '{{name}}: the words of what was sealed tell of another rule, or other seats, than the line does.',
    odd: 'The lines of this decision can’t be made sense of.',
    open: 'Not decided yet',
    outcomes: {
      agreed_by_consensus: 'Agreed by consensus',
      passed_by_fallback: 'Passed by a fallback step',
      not_agreed: 'Not agreed: things stay as they are',
      referred: 'Referred to other bodies',
      adopted_as_trial: 'Adopted as a trial',
      lapsed: 'Lapsed',
      withdrawn: 'Withdrawn',
      paused: 'Paused',
    },
  },
  report: {
    about: 'The record of {{partnership}}, made on {{madeAt}}: {{lines}} lines of its ledger.',
    weights: { holds: 'Right', note: 'To know', broken: 'Wrong' },
    decision: 'Decision {{number}}: {{question}}',
    noQuestion: '(its words were erased)',
    round: 'Round {{number}}, counted again',
    counted: {
      same: 'Counted again.',
      differs: 'Counted again, and it came out differently.',
      not_counted: 'Not counted again: some of its lines are held back.',
    },
    verdicts: {
      holds: 'Everything that could be checked is right.',
      broken: 'Something is wrong. Do not rely on this record.',
    },
    usage:
      'Use: npm run verify -- record.json\nand, for what you kept: --receipt "trialogue-receipt-1…" --head "trialogue-head-1…" (a line, or a file that it is in, as often as you like)',
  },
  page: {
    title: 'Check a record',
    intro:
      'Here you can find out whether a record of decisions is as it was written, and whether every vote was counted rightly. You need not trust us for that.',
    alone:
      'This page does all of it on your own device. Nothing is sent anywhere. It also works when you save it and open it without the internet.',
    save: 'Save this page',
    noScript: 'This page does its checks with JavaScript. Turn it on, or use the command “npm run verify”.',
    file: 'The record',
    fileHint:
      'Choose the file, or drop it here. Its name ends in .record.json. Don’t open it in another program first.',
    kept: 'What you kept (you may leave this empty)',
    keptHint: 'Paste receipts, or the long line from one of our mails. A whole mail will do.',
    check: 'Check it',
    checking: 'Checking …',
    noFile: 'Choose a record first.',
    failed: 'The file could not be read from your device. Choose it again.',
    result: 'What came of it',
    counted: 'Every decision, counted again',
  },
  mail: {
    subject: 'Please keep: the ledger of {{partnership}}',
    subjectSeveral: 'Please keep: the ledgers of your partnerships',
    closed: 'Something closed in decision {{numbers}}.',
    closedUnnamed: 'Something closed.',
    daily: 'Something was recorded since your last mail.',
    keep: 'You need do nothing now. Keep this mail. With it you can show later that nobody, not even those who run the server, has rewritten what was recorded until today.',
    ledger: 'The ledger of {{partnership}}, up to line {{seq}}. This is its signed fingerprint:',
    open: 'How to check',
    how: 'To check, get the record of the decision or of the partnership, open the page above, and give it the record and the line from this mail. The page works without our server too: save it, and open it from your own disk.',
  },
  erasing: {
    nothing: 'There are no such words on this line, or they have been erased already.',
    stillHere: 'They are still in the partnership. Someone who stays can go by a chosen name instead.',
    notInWords:
      'This text is not in the words that were put to this decision. It must be the same letter by letter.',
    beingDecided:
      'These words are being decided now, so nobody may change them on the side. Amend the proposal or change the draft first; then this can be taken out of what was there before.',
    nobody: 'The ledger knows nothing of this person, or has forgotten them already.',
  },
  erased: 'These words were erased.',
  redacted: '[erased]',
} as const;
