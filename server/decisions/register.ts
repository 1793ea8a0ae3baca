import type { RegisterQuery } from '../../shared/decisions/changeApi.ts';
import type { RegisterAnswer, RegisterLine } from '../../shared/decisions/recordApi.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { actorOfMember } from '../ledger/store.ts';
import { actorFor, NO_ACTOR } from './actors.ts';
import { carryOut } from './carryOut.ts';
import { registerLine } from './line.ts';
import { mayRead } from './mayRead.ts';
import * as store from './store.ts';

interface Who {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;

/** The register as one member may see it: a page of it, the newest first, and how many there are of each kind. */
export function register(context: Context, who: Who, asked: RegisterQuery): RegisterAnswer {
  const now = context.now();
  carryOut(context, now);
  const { orm } = context.db;
  const actor = actorFor(who.member, actorOfMember(orm, who.partnershipId, who.member.id) ?? NO_ACTOR);
  const asLine = (row: store.DecisionRow) => registerLine(row, actor, now);
  const waiting = store
    .waitingIn(orm, who.partnershipId)
    .filter((row) => mayRead(row, who.member))
    .map(asLine);
  const { lines, more } = page(context, who, asked, waiting, asLine);
  return {
    decisions: lines,
    before: more ? (lines.at(-1)?.number ?? null) : null,
    counts: {
      ...countsFor(context, who),
      needsMe: waiting.filter(isMine).length,
      reviewDue: waiting.filter(({ reviewDue }) => reviewDue).length,
    },
  };
}

const isMine = ({ needsMe }: RegisterLine) => needsMe.length > 0;

interface Lines {
  readonly lines: RegisterLine[];
  readonly more: boolean;
}

function page(
  { db }: Context,
  { partnershipId, member }: Who,
  { show = 'all', before, limit }: RegisterQuery,
  waiting: readonly RegisterLine[],
  asLine: (row: store.DecisionRow) => RegisterLine,
): Lines {
  const most = Math.min(Math.max(Number(limit ?? USUAL_PAGE), 1), LARGEST_PAGE);
  let below = before === undefined ? undefined : Number(before);
  if (show === 'needs_me' || show === 'review_due') {
    const picked = waiting
      .filter((line) => (show === 'needs_me' ? isMine(line) : line.reviewDue))
      .filter(({ number }) => below === undefined || number < below);
    return { lines: picked.slice(0, most), more: picked.length > most };
  }
  const state = show === 'all' ? {} : { state: show };
  const lines: RegisterLine[] = [];
  // Those that may not be read are passed over, so that a page is full whatever there is between.
  for (;;) {
    const rows = store.decisionsIn(db.orm, partnershipId, {
      ...state,
      ...(below === undefined ? {} : { below }),
      most: most + 1,
    });
    for (const row of rows) if (mayRead(row, member)) lines.push(asLine(row));
    if (lines.length > most || rows.length <= most) break;
    below = rows.at(-1)?.number;
  }
  return { lines: lines.slice(0, most), more: lines.length > most };
}

function countsFor({ db }: Context, { partnershipId, member }: Who) {
  const counts = { draft: 0, open: 0, ended: 0 };
  for (const { state, count } of store.countsIn(db.orm, partnershipId)) counts[state] += count;
  for (const row of store.restrictedIn(db.orm, partnershipId))
    if (mayRead(row, member)) counts[row.state] += 1;
  return counts;
}
