/** Words that people read: their own calendar address. */
export const calendarWords = {
  heading: 'Your calendar',
  about:
    'Put the deadlines of this partnership into the calendar that you use already, on your phone or at work. It keeps itself up to date.',
  loading: 'Looking what your calendar holds …',
  make: 'Make my calendar address',
  secret:
    'Whoever has the address can read these lines without signing in, so pass it on to nobody. It never tells what anyone answered, and of restricted things only their number.',
  madeHeading: 'Your calendar address',
  once: 'Copy it now: it is shown only this once.',
  address: 'Address',
  copy: 'Copy',
  copied: 'Copied. Now add it in your calendar.',
  copyYourself: 'Your browser did not let us copy it. It is selected: copy it from the field.',
  open: 'Open it in my calendar',
  how: 'How to add it to a calendar',
  hows: [
    'On an iPhone, an iPad or a Mac: choose “Open it in my calendar” above.',
    'In Google Calendar, on a computer: beside “Other calendars” choose the plus, then “From URL”, and paste the address.',
    'In Outlook: choose “Add calendar”, then “Subscribe from web”, and paste the address.',
    'Reminders are yours to set, in your own calendar. Some calendars look for news only once a day.',
  ],
  have: 'You have had a calendar address since {{when}}. To keep it safe it is shown only when it is made. If you have lost it, make a new one.',
  anew: 'Make a new address',
  anewTitle: 'Make a new address?',
  anewAbout:
    'The old one stops at once. Calendars that use it show nothing new any more, until you give them the new one.',
  back: 'Take it back',
  backTitle: 'Take your calendar address back?',
  backAbout: 'It stops at once. Calendars that use it show nothing new any more.',
  takenBack: 'Your calendar address works no longer.',
  cancel: 'Keep it as it is',
  holds: 'What it holds now',
  more: 'And {{count}} more.',
  nothing: 'Nothing yet. When a round opens, or people are asked, its end stands here.',
  since: 'Due since {{day}}',
} as const;
