import { ledgerWords } from '../../shared/messages/en/ledger.ts';
import { fill } from '../../shared/messages/fill.ts';
import { writeLetter } from '../mail/letter.ts';

const words = ledgerWords.mail;

export interface HeadLetter {
  /** The numbers of the decisions of which something closed; empty in the daily mail. */
  readonly closed: readonly number[] | null;
  readonly ledgers: readonly { readonly partnership: string; readonly seq: number; readonly code: string }[];
  /** Where the verifier is. */
  readonly link: string;
}

/** The mail that nobody has to read and everybody should keep: where the ledger ended, and the signature for it. */
export function headLetter({ closed, ledgers, link }: HeadLetter) {
  const [first] = ledgers;
  const partnership = first?.partnership ?? '';
  const numbers = (closed ?? []).join(', ');
  return writeLetter({
    subject: fill(ledgers.length === 1 ? words.subject : words.subjectSeveral, { partnership }),
    paragraphs: [
      ...(closed === null
        ? [words.daily]
        : [fill(numbers ? words.closed : words.closedUnnamed, { numbers })]),
      words.keep,
      ...ledgers.flatMap((ledger) => [
        fill(words.ledger, { partnership: ledger.partnership, seq: ledger.seq }),
        ledger.code,
      ]),
    ],
    link: { words: words.open, href: link },
    after: [words.how],
  });
}
