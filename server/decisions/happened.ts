import type { Db } from '../../db/open.ts';
import type { ActReceipt, NamedSeat, TimelineLine } from '../../shared/decisions/recordApi.ts';
import { leftOut, TIMELINE_WORDS, timelineOf } from '../../shared/decisions/timeline.ts';
import type { Viewer } from '../../shared/decisions/view.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { linesAbout, linesBy, wordsWith } from './linesStore.ts';
import { asReceipt } from './receipts.ts';
import { type DecisionRow, isAnyHiding } from './store.ts';

/** Nobody reads further back on a page; the ledger itself has every line. */
const MOST_LINES = 500;
const MOST_RECEIPTS = 200;

/** What happened to a decision, as this person may see it, the newest first. */
export function happened(
  db: Db,
  { id, partnershipId, body }: DecisionRow,
  viewer: Viewer,
  seats: readonly NamedSeat[],
): TimelineLine[] {
  const lines = linesAbout(db.orm, { partnershipId, id }, leftOut(body, viewer), MOST_LINES);
  const written = wordsWith(
    db.orm,
    partnershipId,
    lines.map(({ line }) => line.seq),
    TIMELINE_WORDS,
  );
  const entries = lines.map((each) => ({ ...each, words: written.get(each.line.seq) ?? NOTHING }));
  return timelineOf(entries, {
    seat: (seat) => seats.find((each) => each.id === seat)?.name ?? words.someSeat,
    body: (named) => body.bodies.find((line) => line.body.id === named)?.body.name ?? words.someBody,
  });
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** The receipts of everything that somebody did here, the newest first. */
export function receiptsOf(db: Db, { id, partnershipId }: DecisionRow, actor: string): ActReceipt[] {
  const hiding = isAnyHiding(db.orm, partnershipId);
  const lines = linesBy(db.orm, { partnershipId, decisionId: id, actor }, MOST_RECEIPTS);
  return lines.map((line) => asReceipt(line, hiding));
}
