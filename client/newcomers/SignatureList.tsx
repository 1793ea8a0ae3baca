import type { SignaturesAnswer } from '../../shared/newcomers/api.ts';
import { refusalOf } from '../api.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { sayWhen, t } from '../words.ts';
import { useSignatures } from './queries.ts';

/** Who has signed, and whether it was these words. */
export function SignatureList({ documentId }: { readonly documentId: string }) {
  const found = useSignatures(documentId);
  const signatures = found.data?.signatures;
  return (
    <section aria-labelledby="signatures-heading">
      <h2 id="signatures-heading">{t('newcomers.who')}</h2>
      {found.isError && !signatures && (
        <ErrorMessage message={refusalOf(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {signatures?.length === 0 && <p>{t('newcomers.nobody')}</p>}
      <ul className="rows">
        {signatures?.map((signature) => (
          <Signature key={signature.memberId} {...signature} />
        ))}
      </ul>
    </section>
  );
}

function Signature(props: SignaturesAnswer['signatures'][number]) {
  const { name, isPseudonym, hasLeft, seat, at, isCurrent } = props;
  const when = sayWhen(at, Date.now());
  return (
    <li className="signature">
      {seat ? <SideMark side={seat.side}>{name}</SideMark> : <b dir="auto">{name}</b>}
      <span className="row-facts">
        {[
          isPseudonym && t('partnerships.pseudonym'),
          seat && t('people.speaksFor', { seat: seat.name }),
          hasLeft && t('newcomers.hasLeft'),
          t(isCurrent ? 'newcomers.signedAt' : 'newcomers.signedEarlier', { when }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
