import { formProof } from '../../../../server/takePart/formProof.ts';
import { rehearsalExample } from '../../../../shared/decisions/library/rehearsalExample.ts';
import { referenceOf } from '../../../../shared/paper/reference.ts';
import type { Actor } from './actors.ts';

/** What stands in the places of an address that begin with a colon. */
export interface Ids {
  readonly partnershipId: string;
  readonly documentId: string;
  readonly decisionId: string;
  readonly askingId: string;
  readonly threadId: string;
  readonly commentId: string;
  readonly linkToken: string;
  readonly linkId: string;
  readonly memberId: string;
  readonly seatId: string;
  readonly invitationId: string;
  readonly signInId: string;
  readonly accountId: string;
  readonly publicationId: string;
  readonly valueId: string;
  readonly behaviourId: string;
  readonly ruleId: string;
  readonly name: string;
  readonly token: string;
  readonly reference: string;
  readonly noteId: string;
  readonly seq: string;
}

/** What is sent along when a route is tried; a route that is missing here is one that nobody has thought of. */
export interface Call {
  readonly body?: object | ((ids: Ids, actor: Actor) => object);
  /** Sent as the form of a page that works without a script. */
  readonly form?: (ids: Ids) => Record<string, string>;
}

type Things =
  | 'partnershipId'
  | 'documentId'
  | 'decisionId'
  | 'askingId'
  | 'threadId'
  | 'commentId'
  | 'linkToken';
export const OWN_IDS: Omit<Ids, Things> = {
  linkId: 'link-table-decision',
  memberId: 'member-substitute',
  seatId: 'table-council',
  invitationId: 'invitation-table',
  signInId: 'nobodys',
  accountId: 'account-leader',
  publicationId: 'publication-table',
  valueId: 'value-table',
  behaviourId: 'behaviour-table',
  ruleId: 'rule-table',
  name: 'no-such-file',
  reference: referenceOf({ id: 'table-plan', version: null }),
  token: 'no-such-link',
  noteId: 'note-table',
  seq: '1',
};
export const FOREIGN_IDS: typeof OWN_IDS = {
  ...OWN_IDS,
  reference: referenceOf({ id: 'far-plan', version: null }),
  linkId: 'link-far',
  memberId: 'far-member',
  seatId: 'far-seat',
  invitationId: 'invitation-far',
  accountId: 'account-elsewhere',
  publicationId: 'publication-far',
  valueId: 'value-far',
  behaviourId: 'behaviour-far',
  ruleId: 'rule-far',
  noteId: 'note-far',
};

const line = ({ partnershipId }: Ids) => ({
  name: 'Jane',
  email: `jane@${partnershipId}.example`,
  seat: partnershipId === 'far' ? 'F1' : 'table-council',
  kind: '',
  roles: '',
  note: '',
});
const NEW = { title: 'Another', template: 'empty', preset: 'equals' };

const OF_ITSELF = {
  name: 'Warm homes',
  place: 'Fenwick',
  purpose: 'Nobody is cold.',
  whyTogether: 'Many are.',
  whyNow: 'Winter comes.',
  preset: 'equals',
};
const FOUNDING = {
  ...OF_ITSELF,
  seats: [{ name: 'Fenwick Council', side: 'commissioner', note: '' }],
  ownName: 'Ann',
  ownSeat: null,
  ownRoles: [],
};

const VALUE = { words: 'Open books', practice: 'Each shows the money.', question: '' };
const BEHAVIOUR = {
  ...{ will: 'Say no early', willNot: 'Promise too much', seen: 'In the notes' },
  ...{ valueIds: ['value-table'], reviewAt: 4_000_000_000_000 },
};

const PROFILE = {
  addressAs: '',
  addressAsVisibleTo: 'members',
  formats: '',
  language: '',
  support: '',
  needsVisibleTo: 'nobody',
};

/** Nobody is on the list: past the rule, and nobody is asked. */
const ASKING = {
  ...{ requestId: 'r', rung: 'consult', seatIds: [], memberIds: [], closesAt: 4_000_000_000_000 },
  ...{ difference: 'd', minutes: 5, background: 'b', stillOpen: true },
};
const SAYING = { requestId: 'matrix-request', words: 'Why is that so?' };

const PACK = { person: 'member-holder', request: 'matrix-request' };

const PAPER_COMMENT = {
  ...{ requestId: 'matrix-request', memberId: 'member-holder', seatId: null },
  ...{ words: 'From paper.', witness: 'member-observer' },
};

export const CALLS: Readonly<Record<string, Call>> = {
  'GET /healthz': {},
  'GET /api/openapi.json': {},
  'GET /api/example/people': {},
  'GET /api/example/mails': {},
  'POST /api/example/sign-in': { body: { person: 'Ron Tasker' } },
  'POST /api/sign-out': { body: {} },
  'GET /api/me': {},
  'GET /api/me/notices': {},
  'POST /api/me/notices/read': { body: { all: true } },
  'GET /api/partnerships/:partnershipId/me/notices-settings': {},
  'PUT /api/partnerships/:partnershipId/me/notices-settings': {
    body: { needsMe: 'at_once', rest: 'weekly', quiet: null },
  },
  'GET /api/partnerships/:partnershipId/me/calendar': {},
  'POST /api/partnerships/:partnershipId/me/calendar': { body: {} },
  'DELETE /api/partnerships/:partnershipId/me/calendar': { body: {} },
  // Its secret is known to whoever made it alone; without one there is nothing here for anyone.
  'GET /calendar/:token': {},
  'GET /api/partnerships/:partnershipId/mail-troubles': {},
  // Nobody's mails come back here; the test of mails that do has some.
  'POST /api/partnerships/:partnershipId/mail-troubles/:memberId/again': { body: {} },
  // Its secret is in a mail and nowhere else; without one there is nothing here for anyone.
  'GET /unsubscribe/:token': {},
  // No mail comes in here; the test of mails that do has a secret.
  'POST /inbound/mail': {},
  'POST /unsubscribe/:token': {},
  'GET /api/sign-in/ways': {},
  'POST /api/sign-in/ask': {
    body: (_, actor) => ({ email: `${actor}@people.example` }),
  },
  // Open to everyone, and of use only to who holds the code or the link.
  'POST /api/sign-in/code': { body: { code: '123456' } },
  'POST /api/sign-in/link': {
    body: { token: 'x'.repeat(43) },
  },
  // There is no outside service here; the test of single sign-on has one.
  'POST /api/sign-in/outside/begin': { body: {} },
  'POST /api/sign-in/outside/finish': {
    body: { query: '' },
  },
  'GET /api/me/sign-ins': {},
  'POST /api/me/sign-ins/end-others': { body: {} },
  // Nobody has a sign-in of that name; the test of sign-ins shows that someone else's is as absent.
  'POST /api/me/sign-ins/:signInId/end': { body: {} },
  'PUT /api/me/name': { body: { name: 'Another name' } },
  'GET /api/administration/accounts': {},
  'PUT /api/administration/accounts/:accountId/disabled': { body: {} },
  'DELETE /api/administration/accounts/:accountId/disabled': { body: {} },
  'POST /api/administration/accounts/:accountId/end-sign-ins': { body: {} },
  'GET /api/administration/mail': {},
  'GET /api/rules': {},
  'POST /api/rules/rehearse': { body: rehearsalExample },
  'GET /api/partnerships/:partnershipId/decisions': {},
  'POST /api/partnerships/:partnershipId/decisions': { body: { question: 'Shall we?' } },
  'GET /api/documents/:documentId/passages': {},
  // Places that are in no document: past the rule, and nothing is begun.
  'POST /api/documents/:documentId/decisions': {
    body: {
      start: { item: { client: 1, clock: 0 }, assoc: 0 },
      end: { item: { client: 1, clock: 9 }, assoc: -1 },
      hash: '0'.repeat(64),
    },
  },
  'GET /api/decisions/:decisionId/passage': {},
  'GET /api/documents/:documentId/threads': {},
  'POST /api/documents/:documentId/threads': { body: SAYING },
  'GET /api/decisions/:decisionId/threads': {},
  'POST /api/decisions/:decisionId/threads': { body: SAYING },
  'POST /api/threads/:threadId/comments': { body: SAYING },
  'POST /api/threads/:threadId/ending': { body: { how: 'resolve', reason: 'r' } },
  'POST /api/threads/:threadId/question': { body: {} },
  // It has no place in the document any more: past the rule, and nothing is begun.
  'POST /api/threads/:threadId/decision': { body: {} },
  'PATCH /api/comments/:commentId': { body: { words: 'Ours' } },
  'PUT /api/comments/:commentId/same': { body: {} },
  'DELETE /api/comments/:commentId/same': { body: {} },
  'POST /api/comments/:commentId/hiding': { body: { hide: true, reason: 'r' } },
  // It is bound to no document.
  'PUT /api/decisions/:decisionId/passage': { body: { role: 'amendment', hash: '0'.repeat(64) } },
  'GET /api/decisions/:decisionId/record': {},
  'GET /api/partnerships/:partnershipId/ledger': {},
  'GET /api/partnerships/:partnershipId/ledger/heads': {},
  'GET /api/partnerships/:partnershipId/ledger/erasures': {},
  'POST /api/partnerships/:partnershipId/ledger/erasures': {
    body: { seq: 1, name: 'reason', reason: 'They asked us to' },
  },
  'GET /api/decisions/:decisionId': {},
  'PATCH /api/decisions/:decisionId/draft': {
    body: { fields: { easyRead: 'In short.' }, basedOn: { easyRead: '' } },
  },
  'PUT /api/decisions/:decisionId/words': { body: { role: 'alternative', text: 'Other words.' } },
  'POST /api/decisions/:decisionId/acts': {
    body: { requestId: 'matrix-request', action: { kind: 'withdraw', reason: 'r' } },
  },
  'GET /api/documents/:documentId/versions': {},
  'POST /api/documents/:documentId/versions': { body: { name: 'Ours' } },
  'GET /api/documents/:documentId/versions/:seq': {},
  'GET /api/documents/:documentId/versions/:seq/state': {},
  'GET /api/documents/:documentId/since': {},
  'PUT /api/documents/:documentId/since': { body: { to: '0' } },
  'GET /api/decisions/:decisionId/since': {},
  // Nothing was ever shown so: past the rule, and nothing is kept.
  'PUT /api/decisions/:decisionId/since': { body: { to: 'never' } },
  'GET /documents/:documentId/paper': {},
  'GET /decisions/:decisionId/paper': {},
  'POST /documents/:documentId/paper': { form: () => PACK },
  'POST /decisions/:decisionId/paper': { form: () => PACK },
  'GET /api/partnerships/:partnershipId/paper/:reference': {},
  'POST /api/documents/:documentId/paper-comments': { body: PAPER_COMMENT },
  'POST /api/decisions/:decisionId/paper-comments': { body: PAPER_COMMENT },
  'GET /api/partnerships/:partnershipId/askings': {},
  'GET /api/documents/:documentId/askings': {},
  'POST /api/documents/:documentId/askings': { body: ASKING },
  'GET /api/decisions/:decisionId/askings': {},
  'POST /api/decisions/:decisionId/askings': { body: ASKING },
  'POST /api/askings/:askingId/outcome': { body: { summary: 'In short.', points: [] } },
  'POST /api/askings/:askingId/withdrawal': { body: { reason: 'r' } },
  'GET /api/partnerships/:partnershipId/rules': {},
  'POST /api/partnerships/:partnershipId/rules': {
    body: { rule: { ...rehearsalExample.rule, name: 'Ours' }, about: '' },
  },
  'PUT /api/partnerships/:partnershipId/rules/:ruleId/retirement': { body: {} },
  'GET /api/templates': {},
  'GET /api/partnerships/:partnershipId': {},
  'POST /api/partnerships': { body: FOUNDING },
  // A facilitator who names what they never saw is told to look again: past the rule, and nothing changes.
  'PATCH /api/partnerships/:partnershipId': {
    body: { ...OF_ITSELF, version: 'never', reason: 'r' },
  },
  'POST /api/partnerships/:partnershipId/seats': {
    body: { name: 'Fenwick Harriers', side: 'community_provider', note: '', reason: 'r' },
  },
  'PUT /api/partnerships/:partnershipId/seats/order': {
    body: { seatIds: [], reason: 'r' },
  },
  'PATCH /api/partnerships/:partnershipId/seats/:seatId': {
    body: { name: 'Renamed', note: '', version: 'never', reason: 'r' },
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/people': {
    body: { holder: null, substitutes: [], version: 'never', reason: 'r' },
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/retirement': {
    body: { version: 'never', reason: 'r' },
  },
  'PUT /api/partnerships/:partnershipId/seats/:seatId/documents': {
    body: {},
  },
  'PUT /api/partnerships/:partnershipId/members/:memberId/roles': {
    body: { roles: ['facilitator'], version: 'never', reason: 'r' },
  },
  'POST /api/partnerships/:partnershipId/facilitation': {
    body: { to: 'nobody', reason: 'r' },
  },
  // The member is the only facilitator, who can't leave.
  'POST /api/partnerships/:partnershipId/members/:memberId/departure': {
    body: { reason: 'r' },
  },
  // One's own, and anyone's for those who may remove them.
  'GET /api/partnerships/:partnershipId/members/:memberId/departure': {},
  'GET /api/partnerships/:partnershipId/values-in-use': {},
  'GET /api/partnerships/:partnershipId/events': {},
  'GET /api/partnerships/:partnershipId/values': {},
  'GET /api/partnerships/:partnershipId/values/called-on': {},
  'POST /api/partnerships/:partnershipId/values/decision': {
    body: ({ valueId: id }) => ({ adopt: [{ kind: 'value', id, version: 1 }], takeBack: [] }),
  },
  'POST /api/partnerships/:partnershipId/values': { body: VALUE },
  'POST /api/partnerships/:partnershipId/values/:valueId/versions': { body: { ...VALUE, basedOn: 1 } },
  'PUT /api/partnerships/:partnershipId/values/:valueId/retirement': { body: { reason: 'r' } },
  'POST /api/partnerships/:partnershipId/behaviours': { body: BEHAVIOUR },
  'POST /api/partnerships/:partnershipId/behaviours/:behaviourId/versions': {
    body: { ...BEHAVIOUR, basedOn: 1 },
  },
  'PUT /api/partnerships/:partnershipId/behaviours/:behaviourId/signature': { body: { version: 1 } },
  'PUT /api/partnerships/:partnershipId/behaviours/:behaviourId/retirement': { body: { reason: 'r' } },
  'GET /api/partnerships/:partnershipId/journal': {},
  'GET /api/partnerships/:partnershipId/documents': {},
  'POST /api/partnerships/:partnershipId/documents': {
    body: NEW,
  },
  'GET /api/partnerships/:partnershipId/invitations': {},
  'POST /api/partnerships/:partnershipId/invitations/read': {
    body: { text: 'Jane\tjane@example.org' },
  },
  'POST /api/partnerships/:partnershipId/invitations/check': {
    body: (ids) => ({ lines: [line(ids)] }),
  },
  'POST /api/partnerships/:partnershipId/invitations': { body: (ids) => ({ lines: [line(ids)] }) },
  'POST /api/partnerships/:partnershipId/invitations/:invitationId/again': {
    body: {},
  },
  'POST /api/partnerships/:partnershipId/invitations/:invitationId/revoke': {
    body: {},
  },
  // Without the secret there is no invitation, for anyone; the tests of invitations hold one.
  'POST /api/invitations/look': { body: { token: 'none' } },
  'POST /api/invitations/code': { body: { token: 'none' } },
  'POST /api/invitations/accept': {
    body: { token: 'none', shown: '', name: 'Jane' },
  },
  'POST /api/invitations/decline': { body: { token: 'none' } },
  'GET /api/me/profile': {},
  'PUT /api/me/profile': { body: PROFILE },
  'GET /api/partnerships/:partnershipId/members/:memberId': {},
  'GET /api/partnerships/:partnershipId/me/pseudonym': {},
  // A name with nothing in it is refused: past the rule, and nothing changes.
  'PUT /api/partnerships/:partnershipId/me/pseudonym': {
    body: { name: '...' },
  },
  'DELETE /api/partnerships/:partnershipId/me/pseudonym': {
    body: { name: 'Own Name' },
  },
  // The reader is the safeguarding lead, and the facilitator has no name behind theirs.
  'POST /api/partnerships/:partnershipId/members/:memberId/name': {
    body: { reason: 'r' },
  },
  'GET /api/partnerships/:partnershipId/welcome': {},
  'GET /api/documents/:documentId/values-signatures': {},
  // The document is an empty page, which nobody signs: past the rule, and nothing changes.
  'POST /api/documents/:documentId/values-signature': {
    body: { contentHash: '0'.repeat(64) },
  },
  'GET /api/documents/:documentId': {},
  'GET /api/documents/:documentId/text': {},
  'PATCH /api/documents/:documentId': {
    body: { title: 'Renamed' },
  },
  'PUT /api/documents/:documentId/archive': { body: {} },
  'DELETE /api/documents/:documentId/archive': { body: {} },
  'GET /api/documents/:documentId/rights': {},
  'GET /api/documents/:documentId/access': {},
  'PUT /api/documents/:documentId/sensitivity': { body: { sensitivity: 'restricted' } },
  'GET /api/partnerships/:partnershipId/me/named-in': {},
  'GET /api/partnerships/:partnershipId/as/:seatId': {},
  // Past the rule, only a facilitator gets further, and these are not the words that are there now.
  'POST /api/documents/:documentId/publication': {
    body: { contentHash: '0'.repeat(64) },
  },
  'DELETE /api/documents/:documentId/publication': {
    body: {},
  },
  // The same for everyone; the tests of the public view show what is there once something is public.
  'GET /public/of/:partnershipId': {},
  'GET /public/:publicationId': {},
  'GET /read/:documentId': {},
  // Nobody's data; the test of the reading view shows that the files it has answer to anyone.
  'GET /read-files/:name': {},
  'GET /api/partnerships/:partnershipId/links': {},
  'POST /api/partnerships/:partnershipId/links': {
    body: ({ decisionId }) => ({
      ...{ memberId: 'member-holder', seatId: 'table-council', about: { kind: 'decision', id: decisionId } },
      ...{ answer: true, days: 7, mail: false },
    }),
  },
  'POST /api/partnerships/:partnershipId/links/:linkId/revocation': { body: {} },
  'POST /api/partnerships/:partnershipId/people': {
    body: ({ seatId }) => ({ name: 'Ravi', seatId, kind: 'substitute' }),
  },
  'GET /p': {},
  'POST /p': { form: () => ({ code: 'none' }) },
  'GET /api/me/private-notes': {},
  'GET /api/partnerships/:partnershipId/private-notes': {},
  'POST /api/partnerships/:partnershipId/private-notes': {
    body: { requestId: 'matrix-request', to: 'facilitator', words: 'Ours', nameless: false },
  },
  'POST /api/partnerships/:partnershipId/private-notes/:noteId/withdrawal': { body: {} },
  'POST /api/partnerships/:partnershipId/private-notes/:noteId/reading': { body: {} },
  'POST /api/partnerships/:partnershipId/private-notes/:noteId/answer': { body: { words: 'Ours' } },
  'POST /api/partnerships/:partnershipId/private-notes/:noteId/closing': { body: { words: 'Ours' } },
  'GET /p/:linkToken/private-note': {},
  'POST /p/:linkToken/private-note': {
    form: ({ linkToken }) => ({
      ...{ to: 'facilitator', words: 'Ours' },
      ...{ proof: formProof(linkToken, 'private note'), request: 'matrix-request' },
    }),
  },
  'GET /p/:linkToken': {},
  'GET /p/:linkToken/say': {},
  'GET /p/:linkToken/answer': {},
  'GET /p/:linkToken/comment': {},
  // Its decision is a draft: past the rule, and nothing is answered.
  'POST /p/:linkToken/answer': {
    form: ({ linkToken }) => ({ version: 'v', proof: formProof(linkToken, 'v'), request: 'matrix-request' }),
  },
  'POST /p/:linkToken/comment': {
    form: ({ linkToken }) => ({ words: 'Ours', proof: formProof(linkToken, ''), request: 'matrix-request' }),
  },
  'PUT /api/documents/:documentId/rights': { body: { preset: 'steering' } },
};

/** What is sent along, made out for who asks and what for. */
export function bodyOf({ body }: Call, ids: Ids, actor: Actor): object | undefined {
  return typeof body === 'function' ? body(ids, actor) : body;
}
