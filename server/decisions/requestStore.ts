import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decisionRequest } from '../../db/schema/decisions.ts';

type Orm = Db['orm'];

interface Request {
  readonly decisionId: string;
  readonly memberId: string;
  readonly requestId: string;
}

/** The ledger's line that this request made when it first came; undefined when it is new. */
export function doneBefore(orm: Orm, { decisionId, memberId, requestId }: Request): number | undefined {
  return orm
    .select({ seq: decisionRequest.seq })
    .from(decisionRequest)
    .where(
      and(
        eq(decisionRequest.decisionId, decisionId),
        eq(decisionRequest.memberId, memberId),
        eq(decisionRequest.requestId, requestId),
      ),
    )
    .get()?.seq;
}

export function keepRequest(
  orm: Orm,
  request: Request & { readonly seq: number; readonly at: number },
): void {
  orm.insert(decisionRequest).values(request).run();
}
