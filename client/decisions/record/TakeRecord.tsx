import { keepingWords as words } from '../../../shared/messages/en/keeping.ts';
import { paperWords } from '../../../shared/messages/en/paper.ts';
import { Fold } from '../../ui/Fold.tsx';

/** The record as a file, and the page that checks it. Both are outside the pages here: they are loaded anew. */
export function TakeRecord({ decisionId }: { readonly decisionId: string }) {
  return (
    <section className="record-part no-print">
      <Fold title={<h2>{words.heading}</h2>}>
        <p className="small">{words.about}</p>
        <p>
          <a href={`/api/decisions/${decisionId}/record`} download>
            {words.take}
          </a>
        </p>
        <p>
          <a href={`/decisions/${decisionId}/paper`}>{paperWords.enter.printDecision}</a>
        </p>
        <p>
          <a href="/verify">{words.check}</a>
        </p>
      </Fold>
    </section>
  );
}
