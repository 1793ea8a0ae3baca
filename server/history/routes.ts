import { Hono } from 'hono';
import { journalAnswer, journalSearch } from '../../shared/history/api.ts';
import { sayEntry } from '../../shared/history/sayings.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { documentsFor } from '../documents/store.ts';
import { describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { documentTitles, journalLines, namesEver } from './store.ts';

const LINES_AT_ONCE = 40;

export function historyRoutes({ db }: Context, permit: Permit) {
  return new Hono().get(
    '/partnerships/:partnershipId/journal',
    permit({ kind: 'partnership_member' }),
    describes('What happened in a partnership, in plain words, the newest first', journalAnswer),
    query(journalSearch),
    async (c) => {
      const partnershipId = c.get('partnershipId');
      const readable = await readableDocuments(partnershipId, c.get('member'));
      const titles = documentTitles(db, partnershipId);
      const hidden = [...titles.keys()].filter((id) => !readable.has(id));
      const { before } = c.req.valid('query');
      const found = journalLines(db, partnershipId, {
        ...{ before, hidden, reader: c.get('member').id, limit: LINES_AT_ONCE + 1 },
      });
      const ever = namesEver(db, partnershipId);
      const names = {
        member: (id: string) => ever.members.get(id),
        seat: (id: string) => ever.seats.get(id),
        document: (id: string) => titles.get(id),
      };
      const lines = found.slice(0, LINES_AT_ONCE).map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        kind: entry.kind,
        reason: 'reason' in entry.detail ? entry.detail.reason : '',
        ...sayEntry(entry, names),
      }));
      return c.json({ lines, more: found.length > LINES_AT_ONCE }, 200);
    },
  );

  /** Whose lines one may read: what one may not see of a document holds for its journal too. */
  async function readableDocuments(partnershipId: string, member: OwnMember): Promise<Set<string>> {
    const [open, archived] = await Promise.all([
      documentsFor(db, partnershipId, member, false),
      documentsFor(db, partnershipId, member, true),
    ]);
    return new Set([...open, ...archived].map(({ id }) => id));
  }
}
