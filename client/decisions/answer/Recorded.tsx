import { useEffect, useRef } from 'react';
import type { ActReceipt, DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { ReceiptLine } from '../record/Receipts.tsx';

const words = answerWords.receipt;

export interface RecordedProps {
  readonly decision: Pick<DecisionAnswer, 'line' | 'now'>;
  readonly receipt: ActReceipt;
}

/** It is recorded, with the receipt. The focus comes here: the button that had it is gone. */
export function Recorded({ decision, receipt }: RecordedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new receipt is told anew
  useEffect(() => heading.current?.focus(), [receipt.hash]);
  return (
    <div className="recorded">
      <h3 ref={heading} tabIndex={-1}>
        ✓ {words.heading}
      </h3>
      <p className="small">{words.about}</p>
      <ReceiptLine {...{ decision, receipt }} />
    </div>
  );
}
