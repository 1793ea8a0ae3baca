/** Words that people read: partnerships. */
export const partnershipsWords = {
  sides: {
    commissioner: 'Commissioner',
    contracted_provider: 'Contracted provider',
    community_provider: 'Community provider',
    people_who_use_services: 'People who use services',
  },
  roles: {
    facilitator: 'Facilitators',
    recorder: 'Recorders',
    leader: 'Leaders',
    ratifier: 'Ratifiers',
    safeguarding_lead: 'Safeguarding leads',
    records_officer: 'Records officers',
    elected_member: 'Elected members',
    observer: 'Observers',
    administrator: 'Administrators',
  },
} as const;
