import { accessWords } from './en/access.ts';
import { administrationWords } from './en/administration.ts';
import { asSeatWords } from './en/asSeat.ts';
import { departuresWords } from './en/departures.ts';
import { documentsWords } from './en/documents.ts';
import { editorWords } from './en/editor.ts';
import { exampleWords } from './en/example.ts';
import { guideWords } from './en/guide.ts';
import { historyWords } from './en/history.ts';
import { invitationsWords } from './en/invitations.ts';
import { liveWords } from './en/live.ts';
import { newcomersWords } from './en/newcomers.ts';
import { partnershipsWords } from './en/partnerships.ts';
import { passagesWords } from './en/passages.ts';
import { peopleWords } from './en/people.ts';
import { profileWords } from './en/profile.ts';
import { pseudonymWords } from './en/pseudonyms.ts';
import { publicViewWords } from './en/publicView.ts';
import { readingWords } from './en/reading.ts';
import { refusalsWords } from './en/refusals.ts';
import { runningWords } from './en/running.ts';
import { syncWords } from './en/sync.ts';
import { uiWords } from './en/ui.ts';
import { valuesWords } from './en/values.ts';

/** Every word that a person reads, in English, by feature. i18next holds it under the same keys. */
export const en = {
  access: accessWords,
  asSeat: asSeatWords,
  administration: administrationWords,
  departures: departuresWords,
  documents: documentsWords,
  editor: editorWords,
  example: exampleWords,
  invitations: invitationsWords,
  guide: guideWords,
  history: historyWords,
  live: liveWords,
  newcomers: newcomersWords,
  partnerships: partnershipsWords,
  passages: passagesWords,
  people: peopleWords,
  profile: profileWords,
  pseudonyms: pseudonymWords,
  publicView: publicViewWords,
  reading: readingWords,
  refusals: refusalsWords,
  running: runningWords,
  sync: syncWords,
  ui: uiWords,
  values: valuesWords,
} as const;
