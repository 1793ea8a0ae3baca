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
    held: '{{held}} of the lines are held back: they are about other things, or you may not see them. Their places in the chain are here, so that nothing can be slipped in or left out.',
    wrongStart: 'The first line does not begin the chain.',
    wrongNumber: 'Line {{seq}} has another number. A line was left out, put in or moved.',
    wrongLink:
      'Line {{seq}} does not follow the line before it. One of the two was changed, or a line was left out, put in or moved.',
    wrongPlace: 'Line {{seq}} is from the ledger of another partnership.',
    endsEarly:
      'The ledger goes on. What comes after is kept back until a hidden round has closed. Ask for the record again then.',
  },
  words: {
    holds: '{{count}} texts are the ones that their lines are bound to.',
    changed: 'The text “{{name}}” of line {{seq}} is not the one that was recorded.',
    ofNoLine: 'There is a text of line {{seq}} that no line is bound to.',
    erased: '{{erased}} texts have been erased. That is allowed, and what was decided can still be checked.',
  },
  texts: {
    holds: '{{count}} texts that were put to decision are word for word those that were sealed.',
    changed: 'The words of a proposal are not those that were sealed.',
    ofNoLine: 'There are words in this file that no decision is bound to.',
    missing: 'The words of {{missing}} versions are not in this file, only their fingerprints.',
  },
  heads: {
    holds: '{{count}} signed fingerprints belong to this chain, and their signatures are right.',
    otherChain: 'The signed fingerprint of line {{seq}} belongs to another chain. This ledger was rewritten.',
    badSignature: 'The signature of the fingerprint of line {{seq}} is false.',
    severalKeys:
      'The fingerprints were signed with {{count}} different keys. Ask those who run the server why.',
    unsigned:
      'The newest {{unsigned}} lines have no signed fingerprint yet. One is made at each closing, and each day.',
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
  mail: {
    subject: 'Please keep: the ledger of {{partnership}}',
    subjectSeveral: 'Please keep: the ledgers of your partnerships',
    closed: 'Something closed in decision {{numbers}}.',
    closedUnnamed: 'Something closed.',
    daily: 'Something was recorded since your last mail.',
    keep: 'You need do nothing now. Keep this mail. With it you can show later that nobody, not even those who run the server, has rewritten what was recorded until today.',
    ledger: 'The ledger of {{partnership}} had {{seq}} lines. This is its signed fingerprint:',
    open: 'How to check',
    how: 'To check, get the record of the decision or of the partnership, open the page above, and give it the record and the line from this mail. The page works without our server too: save it, and open it from your own disk.',
  },
  erased: 'These words were erased.',
} as const;
