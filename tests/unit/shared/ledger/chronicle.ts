import type { Applied } from '../../../../shared/decisions/entries.ts';
import type { Entry } from '../../../../shared/ledger/entry.ts';
import { NO_LINE } from '../../../../shared/ledger/fingerprint.ts';
import { type Line, type Linked, nextLine, type Tip } from '../../../../shared/ledger/line.ts';
import type { ReadLine } from '../../../../shared/records/recount/actionOf.ts';

/** Writes down what happens in one ledger, as the server does, with salts that are not random. */
export function chronicle(subject = 'decision') {
  let tip: Tip = { seq: 0, hash: NO_LINE };
  const linked: Linked[] = [];
  const texts: { seq: number; name: string; salt: string; text: string }[] = [];
  const add = (entries: readonly Entry[], recordedAt: number) => {
    for (const entry of entries) {
      const seq = tip.seq + 1;
      const salts = Object.fromEntries(Object.keys(entry.words).map((name) => [name, `salt-${seq}-${name}`]));
      const next = nextLine(tip, {
        partnership: 'p',
        subject,
        recordedAt,
        entry,
        salt: `salt-${seq}`,
        salts,
      });
      linked.push(next);
      for (const [name, text] of Object.entries(entry.words))
        texts.push({ seq, name, salt: salts[name] as string, text });
      tip = { seq, hash: next.hash };
    }
  };
  return {
    linked,
    texts,
    add,
    told: ({ entries }: Applied, now: number) => add(entries, now),
    /** The lines with their texts, but for those that were erased. */
    read: (erased: (line: Line, name: string) => boolean = () => false): ReadLine[] =>
      linked.map(({ line }) => ({
        line: JSON.parse(JSON.stringify(line)),
        words: Object.fromEntries(
          texts
            .filter(({ seq, name }) => seq === line.seq && !erased(line, name))
            .map(({ name, text }) => [name, text]),
        ),
      })),
  };
}
