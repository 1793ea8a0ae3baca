import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { partnershipRule } from '../../db/schema/decisions.ts';
import { seat } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { Seat } from '../../shared/decisions/electorate.ts';
import { library } from '../../shared/decisions/library/library.ts';
import { readRule } from '../../shared/decisions/reading.ts';
import type { Rule } from '../../shared/decisions/rule.ts';
import { MOST_OWN_RULES, type NewOwnRule, type OwnRule } from '../../shared/decisions/ruleApi.ts';
import { mayBearItsName } from '../../shared/decisions/tightening/namesakes.ts';
import { ruleWords as words } from '../../shared/messages/en/rules.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { rolesOf, seatsIn } from '../partnerships/store.ts';

/** Who names or retires a rule, where and when. */
export interface RuleBy {
  readonly partnershipId: string;
  readonly memberId: string;
  readonly at: number;
}

/** The rules that a partnership has named, the retired ones too, each as it reads for the seats that there are. */
export async function ownRules({ orm }: Db, partnershipId: string): Promise<OwnRule[]> {
  const seats: Seat[] = await orm
    .select({ id: seat.id, side: seat.side })
    .from(seat)
    .where(and(eq(seat.partnershipId, partnershipId), isNull(seat.retiredAt)));
  const rows = await orm
    .select()
    .from(partnershipRule)
    .where(eq(partnershipRule.partnershipId, partnershipId))
    .orderBy(asc(partnershipRule.createdAt), asc(partnershipRule.id));
  return rows.map(({ id, about, rule, createdAt, retiredAt }) => ({
    ...{ id, about, rule, createdAt, retiredAt },
    reading: readRule(rule, seats),
  }));
}

/** The rules of its own that a partnership can choose from. */
export function rulesInUse(orm: Db['orm'], partnershipId: string): Rule[] {
  return orm
    .select({ rule: partnershipRule.rule })
    .from(partnershipRule)
    .where(and(eq(partnershipRule.partnershipId, partnershipId), isNull(partnershipRule.retiredAt)))
    .all()
    .map(({ rule }) => rule);
}

/** Names a rule. Refused when it bears the name of a library's rule that it is looser than, or when the partnership has one of that name in use, or too many. */
export function nameRule(db: Db, id: string, { rule, about }: NewOwnRule, by: RuleBy): Refusal | undefined {
  const { partnershipId, at } = by;
  return transact(db, (orm) => {
    if (!mayName(db, by)) return refuse('not_allowed', words.onlyFacilitators);
    const inUse = rulesInUse(orm, partnershipId);
    if (inUse.length >= MOST_OWN_RULES) return refuse('conflict', words.tooMany);
    if (inUse.some((other) => other.name.toLowerCase() === rule.name.toLowerCase()))
      return refuse('conflict', words.nameTaken, { 'rule.name': words.nameTaken });
    const seats = seatsIn(db, partnershipId).length;
    if (
      !mayBearItsName(
        rule,
        library.map((known) => known.rule),
        seats,
      )
    )
      return refuse('conflict', words.nameOfTighter, { 'rule.name': words.nameOfTighter });
    orm.insert(partnershipRule).values({ id, partnershipId, rule, about, createdAt: at }).run();
    record(orm, { kind: 'rule_named', detail: { name: rule.name }, subjectId: id, ...by });
    return undefined;
  });
}

/** Takes a rule out of what can be chosen. Decisions that took it are as they were. Refused when there is none in use. */
export function retireRule(db: Db, id: string, by: RuleBy): Refusal | undefined {
  return transact(db, (orm) => {
    if (!mayName(db, by)) return refuse('not_allowed', words.onlyFacilitators);
    const its = and(eq(partnershipRule.id, id), eq(partnershipRule.partnershipId, by.partnershipId));
    const found = orm.select().from(partnershipRule).where(its).get();
    if (!found) return notFound();
    if (found.retiredAt !== null) return refuse('conflict', words.retiredAlready);
    orm.update(partnershipRule).set({ retiredAt: by.at }).where(its).run();
    record(orm, { kind: 'rule_retired', detail: { name: found.rule.name }, subjectId: id, ...by });
    return undefined;
  });
}

/** Asked again inside the transaction: what was true when the request came may not be now. */
function mayName(db: Db, { memberId }: RuleBy): boolean {
  return rolesOf(db, memberId).includes('facilitator');
}
