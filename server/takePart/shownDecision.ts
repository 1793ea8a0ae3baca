import { type Decision, openRound } from '../../shared/decisions/decision.ts';
import { type OwnAnswer, ownAnswer } from '../../shared/decisions/ownAnswer.ts';
import { advance } from '../../shared/decisions/time.ts';
import { viewOf } from '../../shared/decisions/view.ts';
import { whereItStands } from '../../shared/decisions/whereItStands.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import type { Context } from '../context.ts';
import { actorFor, NO_ACTOR } from '../decisions/actors.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { decisionRow } from '../decisions/store.ts';
import { textsOf } from '../decisions/textStore.ts';
import { valuesThen } from '../decisions/valuesThen.ts';
import { actorOfMember } from '../ledger/store.ts';
import { versionOf } from '../partnerships/version.ts';
import type { LinkAccess } from './access.ts';
import { type Asked, askedHere } from './askedHere.ts';

/** A decision as its link's page shows it. */
export interface ShownDecision {
  readonly number: number;
  readonly question: string;
  readonly easyRead: string | null;
  readonly words: readonly Block[];
  /** Where it stands, in a plain sentence. */
  readonly says: string;
  readonly asked: Asked;
  readonly own: OwnAnswer;
  /** Why the words changed, for each change since their own answer. */
  readonly changes: readonly string[];
  /** Stands for the round and the words that are shown. */
  readonly version: string;
}

/**
 * A decision as one person may see it by their link at this moment. What has fallen due is reckoned in and not carried
 * out: opening a link changes nothing.
 */
export function shownDecision({ db, now }: Context, { about, link, seat }: LinkAccess): ShownDecision {
  const row = decisionRow(db.orm, about.id);
  const member = memberHere(db, link.partnershipId, link.memberId);
  if (!row || !member) throw new Error('a link that works is about a decision that is there');
  const at = now();
  const decision = advance(row.body, at).decision;
  const actor = actorFor(member, actorOfMember(db.orm, link.partnershipId, link.memberId) ?? NO_ACTOR);
  const own = seat ? ownIn(decision, seat.id) : NOTHING_SAID;
  const openedAt = decision.versions[0]?.at ?? Number.POSITIVE_INFINITY;
  const values = valuesThen(db, link.partnershipId, decision.sealed?.values ?? [], openedAt);
  const { hash, number } = wordsShown(decision, at);
  const answered = own.kind === 'to_confirm' && own.why === 'new_words' ? own.given.version : number;
  return {
    number: row.number,
    question: row.question,
    easyRead: (decision.sealed ?? decision.draft).easyRead ?? null,
    words: textsOf(db.orm, row.id).get(hash) ?? [],
    says: whereItStands(decision),
    asked:
      seat && link.mayAnswer
        ? askedHere(decision, { actor, seat: seat.id, now: at, values })
        : { kind: 'nothing', why: '' },
    own,
    changes: decision.versions.flatMap((each) =>
      each.number > answered && each.number <= number && each.change !== null ? [each.change] : [],
    ),
    version: versionOf([hash, openRound(decision, at)?.number ?? null]),
  };
}

const NOTHING_SAID: OwnAnswer = { kind: 'none' };

function ownIn(decision: Decision, seat: string): OwnAnswer {
  return ownAnswer(viewOf(decision, { seats: [seat], facilitates: false }), seat);
}

/** The words that the open round is about; otherwise the newest, or in a draft what it would propose. */
function wordsShown(decision: Decision, now: number): { hash: string; number: number } {
  const { versions, draft } = decision;
  const about = openRound(decision, now)?.version;
  const version = versions.find(({ number }) => number === about) ?? versions.at(-1);
  return { hash: version?.hash ?? draft.proposal ?? '', number: version?.number ?? 0 };
}
