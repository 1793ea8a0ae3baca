import type { RegisterQuery } from '../../shared/decisions/changeApi.ts';
import type { RegisterAnswer } from '../../shared/decisions/recordApi.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';

/** The register, as one member may see it. */
export function register(
  _context: Context,
  _who: { readonly partnershipId: string; readonly member: OwnMember },
  _asked: RegisterQuery,
): RegisterAnswer {
  return {
    decisions: [],
    before: null,
    counts: { draft: 0, open: 0, ended: 0, needsMe: 0, reviewDue: 0 },
  };
}
