/** Words that people read: a partnership, its sides, seats and roles. */
export const partnershipsWords = {
  sides: {
    commissioner: 'Commissioners',
    contracted_provider: 'Contracted providers',
    community_provider: 'Community providers',
    people_who_use_services: 'People who use services',
  },
  sidesAbout: {
    commissioner: 'They plan and pay for the service.',
    contracted_provider: 'They are paid to provide it.',
    community_provider: 'They help unpaid, or with a little money.',
    people_who_use_services: 'It is for them, and for those who care for them.',
  },
  roles: {
    facilitator: 'Facilitator',
    recorder: 'Recorder',
    leader: 'Leader',
    ratifier: 'Ratifier',
    safeguarding_lead: 'Safeguarding lead',
    records_officer: 'Records officer',
    elected_member: 'Elected member',
    observer: 'Observer',
    administrator: 'Administrator',
  },
  substitute: 'Substitute',
  pseudonym: 'a chosen name',
  yours: 'Your partnerships',
  none: 'You are not in a partnership yet',
  noneHow: 'Ask the person who runs yours to add you. It will then be here.',
  noneOrOwn:
    'Ask the person who runs yours to add you: it will then be here. Or set up a partnership of your own.',
  table: 'Who is at the table',
  serving: 'Those who serve it',
  notHeld: 'nobody holds it yet',
  lost: 'You can’t open this partnership',
  lostHow: 'It may not exist, or you may not be one of its members. Ask the person who gave you the address.',
} as const;
