import { forgetOldPages } from '../../db/forget.ts';
import { transact } from '../../db/transact.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import { REDACTED, redactWords } from '../../shared/decisions/redact.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import type { StillNamed } from '../../shared/records/eraseApi.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { decisionRow } from '../decisions/store.ts';
import { notFound } from '../errors.ts';
import { type By, note } from './note.ts';
import * as store from './redactStore.ts';

/**
 * Takes a text out of the words that were put to a decision: a name, say. The lines stay bound to the words as they
 * were, and a line of its own to the words as they are now. Refused while those words are being decided.
 */
export function redactText(
  context: Context,
  by: By,
  asked: { readonly decisionId: string; readonly text: string; readonly reason: string },
): Refusal | undefined {
  const { db } = context;
  const at = context.now();
  const { decisionId, text, reason } = asked;
  const refusal = transact<Refusal | undefined>(db, (orm, afterCommit) => {
    const row = decisionRow(orm, decisionId);
    if (row?.partnershipId !== by.partnershipId || !mayRead(row, by.member)) return notFound();
    const found = store.textsOf(orm, decisionId).flatMap((kept) => {
      const blocks = redactWords(kept.blocks, text);
      return blocks ? [{ ...kept, blocks, now: hashBlocks(blocks) }] : [];
    });
    if (found.length === 0) return refuse('conflict', ledgerWords.erasing.notInWords);
    const deciding = beingDecided(row.body);
    if (found.some(({ key }) => deciding.has(key)))
      return refuse('conflict', ledgerWords.erasing.beingDecided);
    for (const { key, blocks, now } of found) store.replaceText(orm, decisionId, { key, blocks, now });
    store.redactPassage(orm, decisionId, (said) => said.replaceAll(text, REDACTED));
    const texts = found.map(({ hash, now }) => ({ hash, now }));
    note(context, orm, by, { subject: decisionId, kind: 'words_erased', at, payload: { texts }, reason });
    afterCommit(() => context.changes.tell(by.partnershipId, { kind: 'decision', id: decisionId }));
    return undefined;
  });
  if (!isRefusal(refusal)) forgetOldPages(db);
  return refusal;
}

/** What is not to change under those who are answering: it is amended, or written anew in the draft. */
function beingDecided({ state, sealed, draft, versions }: Decision): ReadonlySet<string | undefined> {
  if (state.kind === 'ended') return new Set();
  const { proposal, alternatives = [] } = sealed ?? draft;
  return new Set([sealed ? versions.at(-1)?.hash : proposal, ...alternatives.map(({ hash }) => hash)]);
}

/** The decisions, as far as this person may read them, whose words still have this text in them. */
export function stillNamed({ db }: Context, { partnershipId, member }: By, text: string): StillNamed[] {
  return store.textsIn(db.orm, partnershipId).flatMap(({ decision, texts }) => {
    const named = texts.some((blocks) =>
      textBlocksIn(blocks).some((block) => textOfRuns(block).includes(text)),
    );
    return named && mayRead(decision, member) ? [{ decisionId: decision.id, number: decision.number }] : [];
  });
}
