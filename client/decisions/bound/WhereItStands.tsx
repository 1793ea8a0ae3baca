import { Link } from 'wouter';
import type { DecisionPassage } from '../../../shared/decisions/passageApi.ts';
import { t } from '../../words.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import { ChangedWords } from '../words/ChangedWords.tsx';
import { BoundText } from './BoundText.tsx';
import { lookOf, SIGNS, sentence, stateWords } from './look.ts';
import { usePassage } from './queries.ts';
import './bound.css';

/** On a decision's page: the document that its words stand in, and whether it still says them. */
export function WhereItStands({ decisionId }: { readonly decisionId: string }) {
  const passage = usePassage(decisionId).data?.passage;
  return passage?.document ? <Standing passage={passage} document={passage.document} /> : null;
}

type Passage = NonNullable<DecisionPassage['passage']>;

function Standing({
  passage,
  document: { id, title, now },
}: {
  readonly passage: Passage;
  readonly document: NonNullable<Passage['document']>;
}) {
  const each = { bound: passage, now };
  const look = lookOf(each);
  const lost = look === 'lost';
  return (
    <section className="bound-standing" data-look={look} aria-label={t('passages.stands.title')}>
      <p>
        <span className="bound-sign" aria-hidden="true">
          {SIGNS[look]}
        </span>{' '}
        <b>{stateWords(each)}.</b> {t('passages.stands.in')} <Link href={`/documents/${id}`}>{title}</Link>.{' '}
        {lost && sentence(each)}
      </p>
      {now.state === 'changed' && (
        <BoundText>
          <ChangedWords before={passage.words} after={now.blocks} />
        </BoundText>
      )}
      {lost && (
        <BoundText>
          <BlockWords blocks={passage.words} />
        </BoundText>
      )}
    </section>
  );
}
