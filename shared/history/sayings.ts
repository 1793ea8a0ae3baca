import type { RightLine } from '../access.ts';
import type { Happening, InSeat, JournalEntry, PlaceOffered } from '../journal/entries.ts';
import { accessWords } from '../messages/en/access.ts';
import { documentsWords } from '../messages/en/documents.ts';
import { historyWords as words } from '../messages/en/history.ts';
import { partnershipsWords } from '../messages/en/partnerships.ts';
import { fill } from '../messages/fill.ts';

/** The names that the journal's ids stand for now; undefined for what is not of this partnership. */
export interface Names {
  readonly member: (id: string) => string | undefined;
  readonly seat: (id: string) => string | undefined;
  readonly document: (id: string) => string | undefined;
}

/** A line of the journal as people read it: one sentence, then what exactly. */
export function sayEntry(entry: JournalEntry, names: Names): { words: string; details: string[] } {
  const by = entry.memberId === null ? words.server : (names.member(entry.memberId) ?? words.someone);
  const said = fill(words.kinds[entry.kind], {
    ...gapsOf(entry),
    by,
    person: names.member(entry.subjectId) ?? words.someone,
    document: names.document(entry.subjectId) ?? words.aDocument,
    commented: commentedOn(names.document(entry.subjectId)),
    suggester: ('suggestedBy' in entry.detail && names.member(entry.detail.suggestedBy)) || words.someone,
  });
  return { words: said, details: detailsOf(entry, names) };
}

/** Comments stand on documents, and on decisions, whose questions are not told here. */
function commentedOn(title: string | undefined): string {
  return title === undefined ? words.aDecision : fill(words.quoted, { words: title });
}

/** What a sentence says beside who did it and to what or whom. */
function gapsOf(happening: Happening): Record<string, string> {
  switch (happening.kind) {
    case 'document_published':
    case 'document_created':
      return { title: happening.detail.title };
    case 'document_renamed':
      return { from: happening.detail.from, to: happening.detail.to };
    case 'partnership_founded': {
      const { name, seats } = happening.detail;
      return { name, seats: seats === 1 ? words.oneSeat : fill(words.manySeats, { count: seats }) };
    }
    case 'seat_added':
      return { name: happening.detail.name, side: wordIn(partnershipsWords.sides, happening.detail.side) };
    case 'seat_changed':
    case 'seat_retired':
    case 'seat_people_changed':
    case 'rule_named':
    case 'rule_retired':
    case 'version_named':
      return { name: happening.detail.name };
    case 'value_proposed':
    case 'value_reworded':
    case 'value_retired':
      return { words: happening.detail.words };
    case 'behaviour_signed':
    case 'behaviour_retired':
      return { will: happening.detail.will };
    case 'values_adopted':
    case 'values_retired':
    case 'decision_asking_asked':
    case 'decision_asking_answered':
    case 'decision_asking_withdrawn':
      return { decision: sayDecision(happening.detail.decision) };
    case 'document_asking_asked':
    case 'document_asking_answered':
    case 'document_asking_withdrawn':
    case 'behaviour_written':
    case 'behaviour_dropped':
    case 'document_archived':
    case 'document_restored':
    case 'document_withdrawn':
    case 'document_rights_changed':
    case 'partnership_changed':
    case 'seats_ordered':
    case 'member_roles_changed':
    case 'facilitation_handed_over':
    case 'chosen_name_taken':
    case 'chosen_name_left':
    case 'name_opened':
    case 'member_left':
    case 'member_removed':
    case 'document_sensitivity_changed':
    case 'invited':
    case 'invited_again':
    case 'invitation_revoked':
    case 'invitation_declined':
    case 'came_in':
    case 'values_signed':
    case 'suggestion_accepted':
    case 'question_made':
    case 'comment_hidden':
    case 'comment_shown':
    case 'link_made':
    case 'link_taken_back':
    case 'person_added':
    case 'calendar_made':
    case 'calendar_taken_back':
      return {};
  }
}

function detailsOf(happening: Happening, names: Names): string[] {
  switch (happening.kind) {
    case 'document_rights_changed':
      return changedRights(happening.detail.from, happening.detail.to, names);
    case 'partnership_changed':
    case 'seat_changed':
    case 'value_reworded':
      return changedWording(happening.detail.from, happening.detail.to);
    case 'seat_people_changed':
      return [
        fill(words.now, { list: sayPeople(happening.detail.to, names) }),
        fill(words.before, { list: sayPeople(happening.detail.from, names) }),
      ];
    case 'seat_retired':
      return happening.detail.people.length === 0
        ? []
        : [fill(words.wasInIt, { list: sayPeople(happening.detail.people, names) })];
    case 'member_roles_changed':
      return [
        fill(words.now, { list: sayRoles(happening.detail.to) }),
        fill(words.before, { list: sayRoles(happening.detail.from) }),
      ];
    case 'member_left':
    case 'member_removed':
      return saidOfHeld(happening.detail, names);
    case 'document_sensitivity_changed':
      return [
        fill(words.now, { list: accessWords.sensitivities[happening.detail.to] }),
        fill(words.before, { list: accessWords.sensitivities[happening.detail.from] }),
      ];
    case 'invited':
    case 'invited_again':
    case 'invitation_revoked':
    case 'invitation_declined':
    case 'came_in':
      return saidOfPlace(happening.detail);
    case 'values_adopted':
    case 'values_retired':
      return happening.detail.words.map((said) => fill(words.quoted, { words: said }));
    case 'decision_asking_asked':
    case 'decision_asking_answered':
    case 'decision_asking_withdrawn':
    case 'document_asking_asked':
    case 'document_asking_answered':
    case 'document_asking_withdrawn':
    case 'document_published':
    case 'values_signed':
    case 'suggestion_accepted':
    case 'question_made':
    case 'comment_hidden':
    case 'comment_shown':
    case 'link_made':
    case 'link_taken_back':
    case 'person_added':
    case 'calendar_made':
    case 'calendar_taken_back':
    case 'value_proposed':
    case 'value_retired':
    case 'behaviour_written':
    case 'behaviour_dropped':
    case 'behaviour_signed':
    case 'behaviour_retired':
    case 'document_created':
    case 'document_renamed':
    case 'document_archived':
    case 'document_restored':
    case 'document_withdrawn':
    case 'partnership_founded':
    case 'seat_added':
    case 'seats_ordered':
    case 'facilitation_handed_over':
    case 'chosen_name_taken':
    case 'chosen_name_left':
    case 'name_opened':
    case 'rule_named':
    case 'rule_retired':
    case 'version_named':
      return [];
  }
}

function changedRights(from: readonly RightLine[], to: readonly RightLine[], names: Names): string[] {
  const rightIn = (lines: readonly RightLine[], { holderKind, holder }: RightLine) =>
    lines.find((line) => line.holderKind === holderKind && line.holder === holder)?.right ?? 'none';
  const changed = to.filter((line) => rightIn(from, line) !== line.right);
  const gone = from.filter(
    (line) =>
      line.right !== 'none' &&
      !to.some(({ holderKind, holder }) => holderKind === line.holderKind && holder === line.holder),
  );
  return [...changed, ...gone].map((line) =>
    fill(words.rightFromTo, {
      who:
        line.holderKind === 'role'
          ? wordIn(partnershipsWords.roles, line.holder)
          : (names.seat(line.holder) ?? words.aSeat),
      to: documentsWords.rights[rightIn(to, line)],
      from: documentsWords.rights[rightIn(from, line)],
    }),
  );
}

function changedWording(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(to).map((field) =>
    fill(words.fromTo, {
      what: wordIn(words.fields, field),
      to: sayValue(field, to[field] ?? ''),
      from: sayValue(field, from[field] ?? ''),
    }),
  );
}

function sayValue(field: string, value: string): string {
  if (value === '') return words.nothing;
  return field === 'preset' ? wordIn(documentsWords.presets, value) : value;
}

function sayPeople(people: readonly InSeat[], names: Names): string {
  const said = people.map(({ memberId, kind }) =>
    fill(kind === 'holder' ? words.asHolder : words.asSubstitute, {
      name: names.member(memberId) ?? words.someone,
    }),
  );
  return said.join(', ') || words.nobody;
}

function sayRoles(roles: readonly string[]): string {
  return roles.map((role) => wordIn(partnershipsWords.roles, role)).join(', ') || words.noRoles;
}

function saidOfHeld(
  { roles, seatIds }: { readonly roles: readonly string[]; readonly seatIds: readonly string[] },
  names: Names,
): string[] {
  const seats = seatIds.map((id) => names.seat(id) ?? words.aSeat).join(', ');
  return [
    ...(roles.length === 0 ? [] : [fill(words.heldRoles, { roles: sayRoles(roles) })]),
    ...(seats === '' ? [] : [fill(words.heldSeats, { seats })]),
  ];
}

function saidOfPlace({ seat, seatKind, roles }: PlaceOffered): string[] {
  const offered = seatKind === 'substitute' ? words.offeredSubstitute : words.offeredSeat;
  return [
    ...(seat === null ? [] : [fill(offered, { seat })]),
    ...(roles.length === 0 ? [] : [fill(words.offeredRoles, { roles: sayRoles(roles) })]),
  ];
}

function sayDecision(number: number | null): string {
  return number === null ? words.aDecision : fill(words.decisionNumber, { number });
}

function wordIn(list: Readonly<Record<string, string>>, key: string): string {
  return list[key] ?? key;
}
