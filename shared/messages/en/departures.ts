/** Words that people read: leaving a partnership, and removing someone from it. */
export const departuresWords = {
  leaveHeading: 'Leave the partnership?',
  removeHeading: 'Remove {{person}} from the partnership?',
  back: 'Back to the people',
  loading: 'Looking for what would be left behind…',
  leaveAbout:
    'You lose what you may do here, at once, on every device. What you wrote stays, under your name. To come back, you would need a new invitation.',
  removeAbout:
    'They lose what they may do here, at once, on every device. What they wrote stays, under their name. To come back, they would need a new invitation.',
  leavesHeading: 'What is left behind',
  leavesHow: 'Nothing here stops anyone from going. Settle what you can first, with those it concerns.',
  leavesNothing: 'We found nothing that would be left behind.',
  notLookedThrough:
    'We looked only in documents that you can read. Documents restricted for procurement were not looked through.',
  kinds: {
    seat: 'Nobody would be in the seat “{{seat}}”.',
    role: 'Nobody else has the role: {{role}}.',
    document: 'Nobody else could say who may do what with “{{title}}”.',
    documentHow: 'Let the facilitators read it, or let another person start a new one.',
    hidden_documents_one:
      'Nobody else could look after {{count}} document that you can’t see. Ask them to let the facilitators read it first.',
    hidden_documents_other:
      'Nobody else could look after {{count}} documents that you can’t see. Ask them to let the facilitators read them first.',
    lines_one: '“{{title}}” counts on them in {{count}} place:',
    lines_other: '“{{title}}” counts on them in {{count}} places:',
    linesYou_one: '“{{title}}” counts on you in {{count}} place:',
    linesYou_other: '“{{title}}” counts on you in {{count}} places:',
    decision: 'Decision {{number}}: {{question}}',
    decisionSeat: 'It is open, and nobody would be left to answer for {{seat}}. What it has said stays.',
    decisionDecides: 'Someone is asked to decide it alone, and nobody else can.',
    invitations_one: '{{count}} invitation is open. It stays open until someone takes it back.',
    invitations_other: '{{count}} invitations are open. They stay open until someone takes them back.',
  },
  rights: 'Who can do what with it',
  morePlaces_one: 'Show {{count}} more',
  morePlaces_other: 'Show {{count}} more',
  reasonYou: 'Why? (you need not say)',
  leaveDo: 'Leave the partnership',
  removeDo: 'Remove them',
  removed: '{{person}} is not in the partnership any more.',
  handOver: 'Go to the people and hand over',
} as const;
