import * as Y from 'yjs';
import { hashToken } from '../../../../server/takePart/secrets.ts';
import { newDecision } from '../../../../shared/decisions/decision.ts';
import { rehearsalExample } from '../../../../shared/decisions/library/rehearsalExample.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';
import type { Role } from '../../../../shared/partnerships/roles.ts';
import type { Side } from '../../../../shared/partnerships/sides.ts';
import type { HttpWorld } from '../server.ts';

/** Everyone whom a route may meet, from the one who has no business here to the ones who run it. */
export const ACTORS = [
  'anonymous',
  'elsewhere',
  'removed',
  'invited',
  'observer',
  'commenter',
  'holder',
  'substitute',
  'leader',
  'recorder',
  'safeguarding',
  'facilitator',
  'administrator',
  'keeper',
] as const;
export type Actor = (typeof ACTORS)[number];

interface Place {
  readonly seat?: string;
  readonly kind?: 'holder' | 'substitute';
  readonly roles?: readonly Role[];
}

/** What each actor is in the partnership that everything is asked of; those who are not listed are nothing there. */
const PLACES: Partial<Record<Actor, Place>> = {
  observer: { roles: ['observer'] },
  commenter: { seat: 'table-contracted', kind: 'holder' },
  holder: { seat: 'table-council', kind: 'holder' },
  substitute: { seat: 'table-council', kind: 'substitute' },
  leader: { seat: 'table-users', kind: 'holder', roles: ['leader'] },
  recorder: { roles: ['recorder'] },
  safeguarding: { roles: ['safeguarding_lead'] },
  facilitator: { roles: ['facilitator'] },
  administrator: { roles: ['administrator'] },
};

const SEATS: readonly (readonly [id: string, side: Side])[] = [
  ['table-council', 'commissioner'],
  ['table-contracted', 'contracted_provider'],
  ['table-users', 'people_who_use_services'],
];

/** A word that stands only in the other partnership, in every place there where words can stand. */
export const CANARY = 'Zqxcanary';
/** Who keeps the server: named in its settings, and in no partnership. */
export const KEEPER = 'keeper@server.example';
export const INVITED = 'invited@people.example';

/** A link that works, one that has come to its end, and what opens none: whoever asks gets the same by each. */
const TOKENS = { works: 'w'.repeat(43), ended: 'e'.repeat(43), none: 'n'.repeat(43) };

/** What the actors ask for: their own partnership, a document there that few may see, and another partnership. */
export const OWN = {
  partnershipId: 'table',
  documentId: 'table-plan',
  decisionId: 'table-decision',
  askingId: 'asking-table-plan',
  threadId: 'table-plan-thread',
  commentId: 'table-plan-comment',
  linkToken: TOKENS.works,
};
export const RESTRICTED = {
  partnershipId: 'table',
  documentId: 'table-secret',
  decisionId: 'table-secret-decision',
  askingId: 'asking-table-secret',
  threadId: 'table-secret-thread',
  commentId: 'table-secret-comment',
  linkToken: TOKENS.ended,
};
export const FOREIGN = {
  partnershipId: 'far',
  documentId: 'far-plan',
  decisionId: 'far-decision',
  askingId: 'asking-far-plan',
  threadId: 'far-plan-thread',
  commentId: 'far-plan-comment',
  linkToken: TOKENS.none,
};

export const accountOf = (actor: Actor) => `account-${actor}`;
export const memberOf = (actor: Actor) => `member-${actor}`;

/** Fills the world with both partnerships and everyone in them. */
export async function addActors({ db, now, context }: HttpWorld): Promise<void> {
  const { sealing } = db;
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    db.raw
      .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
  };
  const at = now();
  const addPartnership = (id: string, words: string) =>
    insert('partnership', {
      id,
      name: `Name ${words}`,
      place: `Place ${words}`,
      purpose: words,
      created_at: at,
    });
  const addMember = (id: string, account: string, partnership: string, name: string) =>
    insert('member', { id, account_id: account, partnership_id: partnership, name, note: '', joined_at: at });
  const addPlan = async (id: string, partnership: string, words: string) => {
    insert('document', {
      id,
      partnership_id: partnership,
      template: 'empty',
      title: `Plan ${words}`,
      created_at: at,
    });
    const doc = new Y.Doc();
    writeBlocks(doc, [{ kind: 'paragraph', runs: [{ text: words }] }]);
    await context.content.start(id, Y.encodeStateAsUpdate(doc));
  };

  addPartnership(OWN.partnershipId, 'ours');
  for (const [position, [id, side]] of SEATS.entries())
    insert('seat', { id, partnership_id: 'table', code: id, name: id, side, position });
  for (const actor of ACTORS.filter((each) => each !== 'anonymous')) {
    const email = { keeper: KEEPER, invited: INVITED }[actor as string] ?? `${actor}@people.example`;
    const email_hash = sealing.hash(email);
    const sealed = sealing.seal(`account:${accountOf(actor)}`, email);
    insert('account', { id: accountOf(actor), name: actor, email: sealed, email_hash, created_at: at });
    const place = PLACES[actor];
    if (!place) continue;
    addMember(memberOf(actor), accountOf(actor), 'table', actor);
    for (const role of place.roles ?? []) insert('member_role', { member_id: memberOf(actor), role });
    if (place.seat)
      insert('seat_holding', { seat_id: place.seat, member_id: memberOf(actor), kind: place.kind });
  }
  addMember(memberOf('removed'), accountOf('removed'), 'table', 'removed');
  insert('seat_holding', { seat_id: 'table-council', member_id: memberOf('removed'), kind: 'substitute' });
  db.raw.prepare('update member set left_at = ? where id = ?').run(at, memberOf('removed'));
  insert('invitation', {
    ...invitation('table', INVITED),
    seat_id: 'table-council',
    seat_kind: 'substitute',
  });

  addPartnership(FOREIGN.partnershipId, CANARY);
  insert('seat', {
    id: 'far-seat',
    partnership_id: 'far',
    code: 'F1',
    name: CANARY,
    side: 'commissioner',
    note: CANARY,
    position: 0,
  });
  addMember('far-member', accountOf('elsewhere'), 'far', CANARY);
  insert('member_role', { member_id: 'far-member', role: 'facilitator' });
  insert('seat_holding', { seat_id: 'far-seat', member_id: 'far-member', kind: 'holder' });
  insert('invitation', { ...invitation('far', `${CANARY}@far.example`), name: CANARY, note: CANARY });
  insert('journal_entry', {
    partnership_id: 'far',
    at,
    member_id: 'far-member',
    kind: 'document_renamed',
    subject_id: 'far-plan',
    detail: JSON.stringify({ from: CANARY, to: CANARY }),
  });

  insert('partnership_rule', {
    id: 'rule-table',
    partnership_id: 'table',
    rule: JSON.stringify(rehearsalExample.rule),
    created_at: at,
  });
  insert('partnership_rule', {
    id: 'rule-far',
    partnership_id: 'far',
    rule: JSON.stringify({ ...rehearsalExample.rule, name: CANARY }),
    about: CANARY,
    created_at: at,
  });

  await addPlan(OWN.documentId, 'table', 'ours');
  await addPlan(RESTRICTED.documentId, 'table', 'few may see this');
  await addPlan(FOREIGN.documentId, 'far', CANARY);
  db.raw.prepare("update document set sensitivity = 'restricted' where id = ?").run(RESTRICTED.documentId);
  const give = (documentId: string, holderKind: string, holder: string, right: string) =>
    insert('document_right', { document_id: documentId, holder_kind: holderKind, holder, right });
  give(OWN.documentId, 'seat', 'table-council', 'edit');
  give(OWN.documentId, 'seat', 'table-contracted', 'comment');
  give(OWN.documentId, 'seat', 'table-users', 'edit');
  give(OWN.documentId, 'role', 'facilitator', 'edit');
  give(OWN.documentId, 'role', 'recorder', 'edit');
  give(OWN.documentId, 'role', 'observer', 'read');
  give(RESTRICTED.documentId, 'seat', 'table-users', 'edit');
  give(FOREIGN.documentId, 'seat', 'far-seat', 'edit');
  give(FOREIGN.documentId, 'role', 'facilitator', 'edit');

  const decide = (
    id: string,
    partnershipId: string,
    number: number,
    sensitivity: string,
    createdBy: string | null = null,
  ) =>
    insert('decision', {
      id,
      partnership_id: partnershipId,
      number,
      question: partnershipId === 'far' ? CANARY : 'Ours?',
      state: 'draft',
      sensitivity,
      body: JSON.stringify({
        ...newDecision(id),
        draft: { question: partnershipId === 'far' ? CANARY : 'Ours?' },
      }),
      revision: 1,
      created_by: createdBy,
      created_at: at,
      changed_at: at,
    });
  decide(OWN.decisionId, 'table', 1, 'members', memberOf('holder'));
  decide(RESTRICTED.decisionId, 'table', 2, 'restricted');
  decide(FOREIGN.decisionId, 'far', 1, 'restricted');
  addAsking(OWN.documentId, 'table', memberOf('facilitator'), 'ours');
  addAsking(RESTRICTED.documentId, 'table', memberOf('leader'), 'few may see this');
  addAsking(FOREIGN.documentId, 'far', 'far-member', CANARY);
  say(OWN, memberOf('holder'), 'ours');
  say(RESTRICTED, memberOf('leader'), 'few may see this');
  say(FOREIGN, 'far-member', CANARY);
  addLink(TOKENS.works, OWN.decisionId, 4_000_000_000_000);
  addLink(TOKENS.ended, RESTRICTED.decisionId, at - 1);
  addNote('note-table', 'table', memberOf('holder'), 'ours');
  addNote('note-far', 'far', 'far-member', CANARY);
  addValue('table', memberOf('holder'), 'ours');
  addValue('far', 'far-member', CANARY);
  addBehaviour('table', memberOf('leader'), 'ours');
  addBehaviour('far', 'far-member', CANARY);

  function addLink(token: string, decisionId: string, expiresAt: number) {
    insert('personal_link', {
      ...{ id: `link-${decisionId}`, partnership_id: 'table', member_id: memberOf('holder'), seat_id: null },
      ...{ decision_id: decisionId, may_comment: 1, may_answer: 1, token_hash: hashToken(token) },
      ...{ code_hash: token, locked_token: token, made_by: memberOf('facilitator') },
      ...{ created_at: at, expires_at: expiresAt },
    });
  }

  function addNote(id: string, partnershipId: string, writerId: string, words: string) {
    insert('private_note', {
      ...{ id, partnership_id: partnershipId, to_role: 'facilitator', writer_id: writerId, request_id: id },
      ...{ words: sealing.seal(`private_note:${id}`, words), at, answer_by: at + 9e12 },
    });
  }

  function addAsking(documentId: string, partnershipId: string, askedBy: string, words: string) {
    const id = `asking-${documentId}`;
    insert('asking', {
      ...{ id, partnership_id: partnershipId, document_id: documentId, rung: 'consult', minutes: 5 },
      ...{ difference: words, background: words, time_enough: words, asked_by: askedBy, asked_at: at },
      ...{ closes_at: at - 1, request_id: id },
    });
    insert('asking_person', { asking_id: id, member_id: askedBy });
  }

  /** A suggestion on the document, and a question about the decision: with the words in every place of both. */
  function say(things: typeof OWN, memberId: string, words: string) {
    const { partnershipId, documentId, decisionId, threadId, commentId } = things;
    const began = { partnership_id: partnershipId, started_by: memberId, created_at: at, changed_at: at };
    const onWords = { kind: 'suggestion', suggestion: words, quote: words, before: words, after: words };
    insert('comment_thread', { id: threadId, document_id: documentId, ...began, ...onWords });
    const ended = { state: 'resolved', ended_by: memberId, ended_at: at, ended_reason: words };
    const other = `${decisionId}-thread`;
    insert('comment_thread', { id: other, decision_id: decisionId, kind: 'comment', ...began, ...ended });
    for (const [id, thread] of [
      [commentId, threadId],
      [`${commentId}-2`, other],
    ] as const)
      insert('comment', {
        id,
        thread_id: thread,
        member_id: memberId,
        via: 'page',
        supporter: words,
        words,
        at,
        request_id: id,
      });
  }

  function addValue(partnershipId: string, proposedBy: string, words: string) {
    const id = `value-${partnershipId}`;
    insert('shared_value', { id, partnership_id: partnershipId, position: 0, created_at: at });
    const wording = { words, practice: words, question: words };
    insert('shared_value_version', { value_id: id, version: 1, proposed_by: proposedBy, ...wording, at });
  }

  function addBehaviour(partnershipId: string, leaderId: string, words: string) {
    const id = `behaviour-${partnershipId}`;
    insert('behaviour', { id, partnership_id: partnershipId, leader_id: leaderId, created_at: at });
    const wording = { will: words, will_not: words, seen: words, value_ids: '[]', review_at: at };
    insert('behaviour_version', { behaviour_id: id, version: 1, written_by: leaderId, ...wording, at });
  }

  function invitation(partnershipId: string, email: string) {
    const id = `invitation-${partnershipId}`;
    const week = 7 * 24 * 60 * 60 * 1000;
    return {
      id,
      partnership_id: partnershipId,
      token_hash: id,
      email: sealing.seal(`invitation:${id}`, email),
      email_hash: sealing.hash(email),
      name: 'Invited',
      roles: '[]',
      created_at: at,
      expires_at: at + week,
    };
  }
}
