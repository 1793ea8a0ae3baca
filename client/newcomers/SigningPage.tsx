import { useRef } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { renderHtml } from '../../shared/documents/renderHtml.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import './newcomers.css';
import { useSign, useSignatures, useWords } from './queries.ts';
import { SignatureList } from './SignatureList.tsx';

/** The values, to read and to sign; and who has signed them. What is signed is exactly what stands on the page. */
export function SigningPage({ document }: { readonly document: DocumentAnswer }) {
  const { id, title, partnershipId } = document;
  const words = useWords(id);
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/welcome`}>
          {t('newcomers.backToWelcome')}
        </Link>
      </p>
      <PageHeading title={t('newcomers.signHeading', { title })} />
      <p className="lead">{t('newcomers.signAbout')}</p>
      {words.isPending && <Loading what={t('newcomers.loadingWords')} />}
      {words.isError && !words.data && (
        <ErrorMessage message={refusalOf(words.error).message} onRetry={() => void words.refetch()} />
      )}
      {words.data && (
        <Words
          documentId={id}
          title={title}
          hash={words.data.hash}
          blocks={words.data.blocks as unknown as readonly Block[]}
        />
      )}
      <SignatureList documentId={id} />
    </main>
  );
}

interface WordsProps {
  readonly documentId: string;
  readonly title: string;
  readonly hash: string;
  readonly blocks: readonly Block[];
}

function Words({ documentId, title, hash, blocks }: WordsProps) {
  const place = useRef<HTMLElement>(null);
  const sign = useSign(documentId);
  const mine = useSignatures(documentId).data?.mine;
  const give = () =>
    sign.mutate(hash, {
      onSuccess: () => toast(t('newcomers.signed', { title })),
      // The words that are there now are to be read from their beginning.
      onError: () => place.current?.scrollIntoView(),
    });
  const html = renderHtml(blocks, {
    headingsFrom: 2,
    words: { done: t('newcomers.done'), notDone: t('newcomers.notDone') },
  });
  return (
    <>
      {sign.isError && <ErrorMessage message={refusalOf(sign.error).message} />}
      <section
        ref={place}
        className="sheet signed-words"
        aria-label={t('newcomers.words')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled by keyboard
        tabIndex={0}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: renderHtml escapes every word that people wrote
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {mine?.isCurrent ? (
        <p className="you-signed" role="status">
          {t('newcomers.youSigned', { when: sayWhen(mine.at, Date.now()) })}
        </p>
      ) : (
        <p>
          <Button busy={sign.isPending} onClick={give}>
            {t('newcomers.sign')}
          </Button>
        </p>
      )}
    </>
  );
}
