import { isAgreement, isSigned } from '../../shared/documents/agreements.ts';
import type { DocumentLine } from '../../shared/documents/api.ts';
import type { WelcomeAnswer } from '../../shared/newcomers/api.ts';
import { latestSignatures, type Signature } from '../../shared/newcomers/signing.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { documentsFor } from '../documents/store.ts';
import { documentWords } from '../documents/words.ts';
import { partnershipById } from '../partnerships/store.ts';
import { signaturesUnder } from './store.ts';

/** As many as one can take in on a first day. */
const MOST_OPEN = 6;

/** What a member who is new should know first; undefined when there is no such partnership. Only what they may read. */
export async function welcome(
  context: Context,
  partnershipId: string,
  me: OwnMember,
): Promise<WelcomeAnswer | undefined> {
  const partnership = await partnershipById(context.db, partnershipId);
  if (!partnership) return undefined;
  const documents = await documentsFor(context.db, partnershipId, me, false);
  const values = documents.filter(({ template }) => isSigned(template));
  const agreements = documents.filter(({ template }) => isAgreement(template));
  const open = documents.filter(({ template }) => !isSigned(template) && !isAgreement(template));
  const { id, name, purpose, whyTogether, whyNow, members } = partnership;
  return {
    partnership: { id, name, purpose, whyTogether, whyNow },
    me,
    values: await Promise.all(
      values.map(({ id: documentId, title }) =>
        signingOf(context, { documentId, partnershipId, title }, me.id, members.length),
      ),
    ),
    agreements: agreements.map(lineToRead),
    open: open.slice(0, MOST_OPEN).map(lineToRead),
    more: open.length > MOST_OPEN,
  };
}

function lineToRead({ id, title, template, right, changedAt }: DocumentLine) {
  return { id, title, template, right, changedAt };
}

async function signingOf(
  { db, content }: Context,
  document: { readonly documentId: string; readonly partnershipId: string; readonly title: string },
  memberId: string,
  people: number,
): Promise<WelcomeAnswer['values'][number]> {
  const { hash } = await documentWords(content, document.documentId);
  const latest = latestSignatures(signaturesUnder(db, document), hash);
  const signed = latest.filter((one) => one.hash === hash && !one.hasLeft).length;
  const mine = ownSignature(latest, memberId, hash);
  return { id: document.documentId, title: document.title, signed, people, mine };
}

/** A member's own signature among the latest, and whether the words are still the ones that they signed. */
export function ownSignature(latest: readonly Signature[], memberId: string, hash: string) {
  const mine = latest.find((one) => one.memberId === memberId);
  return mine ? { at: mine.at, isCurrent: mine.hash === hash } : null;
}
