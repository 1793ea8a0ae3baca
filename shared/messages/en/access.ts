/** Words that people read: who can see a document, and why. */
export const accessWords = {
  unknownSensitivity: 'Choose how widely this may be known.',
  reasonMissing: 'Say why more people may know this. Everyone here can read your reason in the journal.',
  reasonTooLong: 'Use 500 characters or fewer.',
  nobodyLeft:
    'Nobody could look after this document any more. First let a seat edit it and the facilitators read it.',

  link: 'Who can see it, and why',
  heading: 'Who can see and do what here, and why?',
  loading: 'Finding out who can see it…',
  backTo: 'Back to {{title}}',

  sensitivity: 'How widely may it be known?',
  sensitivities: {
    open: 'Open',
    members: 'Members',
    restricted: 'Restricted',
    procurement: 'Restricted, for procurement',
  },
  /** In a line about a document, beside its other facts. */
  short: {
    open: 'open',
    restricted: 'restricted',
    procurement: 'restricted: opening it is noted',
  },
  sensitivitiesAbout: {
    open: 'For the partnership. A facilitator may also make it public.',
    members: 'For the partnership. It can’t be made public.',
    restricted:
      'Only for the seats and roles that are given a right in it. Never for those who only look after accounts, and never public.',
    procurement:
      'As restricted. It is also noted who opens it, so that you can show that nobody who may bid was told more than others.',
  },
  wideningHow: 'You are letting more people know it. Say why: everyone here can read it in the journal.',
  reason: 'Why?',
  save: 'Save how widely it may be known',
  saved: 'Saved. It holds from now on.',
  onlyRead: 'A facilitator, or the person who started this document, can change this.',

  counts: {
    edit_one: '{{count}} person can edit it',
    edit_other: '{{count}} people can edit it',
    comment_one: '{{count}} person can comment on it',
    comment_other: '{{count}} people can comment on it',
    read_one: '{{count}} person can read it',
    read_other: '{{count}} people can read it',
    none_one: '{{count}} person here can’t see it',
    none_other: '{{count}} people here can’t see it',
  },
  because: {
    seat: {
      gives: 'by the seat {{name}}',
      gives_nothing: 'the seat {{name}} is given nothing here',
      withheld: 'the seat {{name}} does not count in this document',
    },
    role: {
      gives: 'by the role {{name}}',
      gives_nothing: 'the role {{name}} is given nothing here',
      withheld: 'the role {{name}} does not count in a restricted document',
    },
  },
  nothingNamed: 'they hold no seat and no role here',
  manages: 'can also say who does what with it',
  managesAsStarter: 'started it, and can also say who does what with it',
  you: '(you)',
  changeRights: 'Change who can do what',
  seeRights: 'See it seat by seat',
  everyoneElse:
    'Nobody else can open it with Trialogue. Those who look after the machine that Trialogue runs on could reach what is stored there.',

  seen: 'Who has opened it',
  seenAbout: 'Opening this document is noted, by whoever can read it.',
  seenAboutPast: 'This was noted while the document was restricted for procurement.',
  seenNobody: 'Nobody has opened it since.',
  seenPerson: 'first {{first}}, last {{last}}',
  seenTimes_one: '{{count}} time',
  seenTimes_other: '{{count}} times',
} as const;
