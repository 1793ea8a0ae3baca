import { invitationsWords } from '../../shared/messages/en/invitations.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { HoldingKind } from '../../shared/partnerships/api.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';
import { type Letter, writeLetter } from '../mail/letter.ts';

const words = invitationsWords.mail;

export interface InvitationLetter {
  /** The whole link, with its token. */
  readonly link: string;
  readonly name: string;
  readonly invitedBy: string | undefined;
  readonly partnership: { readonly name: string; readonly place: string; readonly purpose: string };
  /** By which clock it says until when. */
  readonly timeZone: string;
  readonly seat: { readonly name: string; readonly kind: HoldingKind } | undefined;
  readonly roles: readonly Role[];
  readonly note: string;
  readonly expiresAt: number;
}

/** The mail that invites somebody: who invites to what, as whom, until when, and one link. */
export function invitationLetter(invitation: InvitationLetter) {
  return writeLetter(letterOf(invitation));
}

function letterOf({ invitedBy, partnership, ...invitation }: InvitationLetter): Letter {
  const about = { who: invitedBy ?? '', partnership: partnership.name, place: partnership.place };
  const { name, seat, roles, note, link, timeZone, expiresAt } = invitation;
  const named = roles.map((role) => partnershipsWords.roles[role]).join(', ');
  return {
    subject: fill(invitedBy ? words.subject : words.subjectNobody, about),
    paragraphs: [
      ...(name ? [fill(words.hello, { name })] : []),
      fill(invitedBy ? words.invites : words.invitesNobody, about),
      fill(words.purpose, { purpose: partnership.purpose }),
      ...(seat ? [fill(words[seat.kind], { seat: seat.name })] : []),
      ...(named ? [fill(words.roles, { roles: named })] : []),
      ...(note ? [fill(words.note, { note })] : []),
    ],
    link: { words: words.open, href: link },
    after: [fill(words.until, { until: sayUntilIn(timeZone, expiresAt) }), words.onlyYou, words.unexpected],
  };
}
