import { NO_LINE, sha256 } from '../../shared/ledger/fingerprint.ts';
import type { Line } from '../../shared/ledger/line.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { boundBy } from '../../shared/records/checks/texts.ts';
import { FILE_KIND, FILE_VERSION, type LedgerFile, sealStatement } from '../../shared/records/file.ts';
import { type LineViewer, mayShow } from '../../shared/records/mayShow.ts';
import type { Context } from '../context.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { openEnd, openedAt, partnershipName } from '../ledger/headStore.ts';
import { signerOf } from '../ledger/heads.ts';
import { NoLedgerKey } from '../ledger/key.ts';
import * as store from './recordStore.ts';

type Parts = Pick<Context, 'config' | 'db' | 'now' | 'log'>;

interface ForWhom {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

interface Shown {
  readonly seq: number;
  readonly hash: string;
  readonly subject: string;
  readonly text: string;
  /** Undefined: held back. */
  readonly line: Line | undefined;
}

/** The record of one decision, from its first line to its last and the first signed head after that. */
export function decisionRecord(parts: Parts, whom: ForWhom, decisionId: string): LedgerFile {
  const { lines, decisions, end: open } = linesFor(parts, whom, decisionId);
  const own = lines.filter(({ subject }) => subject === decisionId);
  const first = own[0]?.seq ?? lines.length + 1;
  const heads = store.headsOf(parts.db.orm, whom.partnershipId);
  const last = own.at(-1)?.seq ?? 0;
  const signed = heads.find(({ seq }) => seq >= last)?.seq ?? last;
  const end = Math.min(open, signed);
  // Lines about other things keep their places, and nothing more: this record is about one decision.
  const about = lines.map((each) => (each.subject === decisionId ? each : { ...each, line: undefined }));
  const shown = about.filter(({ seq }) => seq >= first && seq <= end);
  return file(parts, whom, {
    about: { kind: 'decision', id: decisionId },
    lines: shown,
    // Of a record without lines it is not told where they would begin.
    before: (shown.length > 0 && lines.find(({ seq }) => seq === first - 1)?.hash) || NO_LINE,
    decisions: decisions.filter(({ id }) => id === decisionId),
    // Of a decision that hides its answers, it is not told whether there are lines that are kept back.
    endsEarly: decisions.some(({ id, hides }) => id === decisionId && (hides || open < last)),
  });
}

/** All of a partnership's ledger, as far as whoever asks may see it. */
export function partnershipRecord(parts: Parts, whom: ForWhom): LedgerFile {
  const { lines, decisions, end } = linesFor(parts, whom);
  return file(parts, whom, {
    about: { kind: 'partnership' },
    lines: lines.filter(({ seq }) => seq <= end),
    before: NO_LINE,
    decisions,
    endsEarly: end < Number.POSITIVE_INFINITY,
  });
}

/** One line of the ledger, if this person may see it. */
export function shownLine(parts: Parts, whom: ForWhom, seq: number): Line | undefined {
  const { lines, end } = linesFor(parts, whom);
  return seq <= end ? lines.find((each) => each.seq === seq)?.line : undefined;
}

/**
 * Every line, without those that this person may not see; and the line after which, while a hidden round is open, even
 * how many there are would tell them that somebody has answered.
 */
function linesFor({ db }: Parts, { partnershipId, member }: ForWhom, only?: string) {
  const facilitates = member.roles.includes('facilitator');
  const seats = member.seats.map(({ id }) => id);
  const rows = store.decisionsOf(db.orm, partnershipId);
  const viewers = new Map(
    rows.map((row): [string, LineViewer] => [
      row.id,
      {
        facilitates,
        seats,
        mayRead: mayRead(row, member),
        bySide: row.body.sealed?.rule.visibility.by === 'side',
        hiddenAfter: row.hides ? openedAt(db.orm, row.id) : null,
      },
    ]),
  );
  const lines = store.allLines(db.orm, partnershipId).map((row): Shown => {
    const { seq, hash, subject, line: text } = row;
    const viewer = viewers.get(subject);
    const parsed = only === undefined || subject === only ? (JSON.parse(text) as Line) : undefined;
    const shown = parsed && (!viewer || mayShow(parsed, row.hidden, viewer)) ? parsed : undefined;
    return { seq, hash, subject, text, line: shown };
  });
  const decisions = rows
    .filter((row) => mayRead(row, member))
    .map(({ id, number, hides }) => ({ id, number, hides }));
  return { lines, decisions, end: facilitates ? Number.POSITIVE_INFINITY : openEnd(db.orm, partnershipId) };
}

interface Parcel extends Pick<LedgerFile, 'about' | 'before' | 'endsEarly'> {
  readonly lines: readonly Shown[];
  readonly decisions: readonly { readonly id: string; readonly number: number }[];
}

function file(parts: Parts, { partnershipId }: ForWhom, parcel: Parcel): LedgerFile {
  const { orm } = parts.db;
  const { about, lines, before, endsEarly } = parcel;
  const shown = lines.flatMap(({ line }) => line ?? []);
  const seqs = new Set(shown.map(({ seq }) => seq));
  const first = lines[0]?.seq ?? 1;
  const last = lines.at(-1)?.seq ?? 0;
  const held = new Set(lines.filter(({ line }) => !line).map(({ subject }) => subject));
  const there = new Set(lines.map(({ subject }) => subject));
  return sealed(parts, {
    v: FILE_VERSION,
    kind: FILE_KIND,
    madeAt: parts.now(),
    about,
    partnership: { id: partnershipId, name: partnershipName(orm, partnershipId) },
    first,
    before,
    chain: lines.map(({ line, text }) => (line ? { line } : { held: sha256(text) })),
    words: store.wordsOf(orm, partnershipId).filter(({ seq }) => seqs.has(seq)),
    heads: store.headsOf(orm, partnershipId).filter(({ seq }) => seq >= first && seq <= last),
    texts: textsOf(parts, shown),
    decisions: parcel.decisions
      .filter(({ id }) => there.has(id))
      .map(({ id, number }) => ({ id, number, whole: !held.has(id) })),
    names: store.namesOf(orm, partnershipId, [...new Set(shown.map(({ actor }) => actor))]),
    endsEarly,
    seal: null,
  });
}

/** The words of what was put to decision, as far as a line that is shown binds them. */
function textsOf({ db }: Parts, shown: readonly Line[]): LedgerFile['texts'] {
  const bound = new Map<string, Set<string>>();
  for (const line of shown)
    for (const hash of boundBy(line))
      bound.set(line.subject, (bound.get(line.subject) ?? new Set()).add(hash));
  return [...bound].flatMap(([id, hashes]) =>
    store
      .textsOf(db.orm, id)
      .filter(({ hash }) => hashes.has(hash))
      .map((text) => ({ decision: id, ...text })),
  );
}

/** Without a key the record is given all the same, and says of itself that it is not signed. */
function sealed(parts: Parts, record: LedgerFile): LedgerFile {
  try {
    const { publicKey, sign } = signerOf(parts);
    return { ...record, seal: { publicKey, signature: sign(sealStatement(record)) } };
  } catch (error) {
    if (!(error instanceof NoLedgerKey)) throw error;
    parts.log.error({ file: parts.config.ledgerKey }, 'a record could not be signed: the key is not there');
    return record;
  }
}
