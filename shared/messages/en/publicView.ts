/** Words that people read: making documents public, and the public pages. */
export const publicViewWords = {
  notOpen:
    'Only a document that is marked as open can be made public. Change how widely it may be known first.',
  onlyFacilitators: 'Only a facilitator can make a document public, or take it back.',
  wordsChanged: 'Someone has changed the words since you looked. Read them again, then decide.',
  nothingPublic: 'This document is not public.',
  archived: 'This document is in the archive. Bring it back first.',

  heading: 'Public page',
  isPublic: 'Everyone in the world can read this document as it was {{when}}.',
  link: 'See the public page',
  listLink: 'See everything that this partnership has made public',
  notPublic: 'This document is not public. Only the people above can read it.',
  mustBeOpen: 'To make it public, first mark it as open, below.',
  publish: 'Make it public',
  publishAgain: 'Make the newest words public',
  look: 'Look at what will be public',
  loading: 'Fetching the words…',
  sureHeading: 'Make these words public?',
  sure: 'Everyone in the world will be able to read all {{count}} words, as they are now. Later changes stay inside until you make them public too.',
  readFirst: 'Read the words once more',
  namesIn: 'These people are named in it: {{names}}. Have you asked them?',
  withdraw: 'Take it back',
  withdrawn: 'It is no longer public. Copies that people made stay with them.',
  published: 'It is public now.',

  asOf: 'This is what the partners chose to make public on {{date}}. They may be working on newer words.',
  publishedOn: 'Made public',
  more: 'Everything that {{partnership}} has made public',
  listHeading: 'What we have made public',
  waysToRead: 'Ways to read it',
} as const;
