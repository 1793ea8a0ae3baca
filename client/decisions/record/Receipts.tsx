import type { ActReceipt, DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { receiptCode } from '../../../shared/ledger/receipt.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { keepingWords } from '../../../shared/messages/en/keeping.ts';
import { Button } from '../../ui/Button.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { toast } from '../../ui/toast.ts';
import { sayUntil, sayWhen } from '../../words.ts';

const words = recordWords.receipts;

/** Proof of each thing that I did here, to keep. */
export function Receipts({ decision }: { readonly decision: DecisionAnswer }) {
  const { receipts } = decision.me;
  if (receipts.length === 0) return null;
  return (
    <section className="record-part no-print">
      <Fold title={<h2>{words.heading}</h2>}>
        <p className="small">{words.about}</p>
        <ul className="record-plain">
          {receipts.map((receipt) => (
            <li key={receipt.hash}>
              <ReceiptLine {...{ decision, receipt }} />
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}

export interface ReceiptLineProps {
  readonly decision: Pick<DecisionAnswer, 'line' | 'now'>;
  readonly receipt: ActReceipt;
}

/** One receipt: what it is for, its number and its mark, and a button that copies it whole. */
export function ReceiptLine({ decision, receipt }: ReceiptLineProps) {
  const { hash, seq, at } = receipt;
  return (
    <div className="receipt">
      <p>
        {say(words.line, { what: kindWords(receipt), when: sayWhen(at, decision.now) })}{' '}
        <span className="small">{seq === null ? words.seqLater : say(words.seq, { seq })}</span>
      </p>
      <p className="receipt-hash">{hash}</p>
      <Button look="plain" onClick={() => void copy(decision, receipt)}>
        {words.copy}
      </Button>
    </div>
  );
}

function kindWords({ kind }: ActReceipt): string {
  const known: Readonly<Record<string, string>> = recordWords.kinds;
  return known[kind] ?? recordWords.kinds.other;
}

async function copy({ line }: ReceiptLineProps['decision'], receipt: ActReceipt): Promise<void> {
  const text = say(words.text, {
    what: kindWords(receipt),
    question: `${say(recordWords.number, { number: line.number })}: ${line.question}`,
    when: sayUntil(receipt.at),
    seq: receipt.seq ?? '–',
    hash: receipt.hash,
  });
  const toCheck = say(keepingWords.receipt, { code: receiptCode(receipt) });
  try {
    await navigator.clipboard.writeText(`${text}\n\n${toCheck}`);
    toast(words.copied);
  } catch {
    toast(words.notCopied);
  }
}
