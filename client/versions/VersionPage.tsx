import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import { refusalOf } from '../api.ts';
import { BlockWords } from '../decisions/words/BlockWords.tsx';
import { SentenceChanges } from '../since/SentenceChanges.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Fold } from '../ui/Fold.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayWhen } from '../words.ts';
import { useVersion } from './queries.ts';
import { sayAt } from './sayMoment.ts';
import './versions.css';

const AT_ONCE = 8;

type Shown = NonNullable<ReturnType<typeof useVersion>['data']>;

export interface VersionPageProps {
  readonly document: DocumentAnswer;
  readonly seq: string;
}

/** A document as it was at one moment, to read, with what has changed since. */
export function VersionPage({ document: { id, title, right, archivedAt }, seq }: VersionPageProps) {
  const mayEdit = right === 'edit' && archivedAt === null;
  const version = useVersion(id, seq);
  return (
    <main id="main" className="page narrow versions-page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/documents/${id}/versions`}>
          {words.allVersions}
        </Link>
      </p>
      {version.isPending && <Loading what={words.reading} />}
      {version.isError && (
        <>
          <PageHeading title={words.gone} />
          <ErrorMessage message={refusalOf(version.error).message} onRetry={() => void version.refetch()} />
        </>
      )}
      {version.data && (
        <>
          <PageHeading title={fill(words.asItWas, { when: sayAt(version.data.at) })} />
          <p className="lead" dir="auto">
            {title}
          </p>
          <Version version={version.data}>
            {mayEdit && !version.data.same && <BringLink documentId={id} seq={seq} />}
          </Version>
        </>
      )}
    </main>
  );
}

/** The words are brought back where they are written: by the open document, as an edit of whoever asks for it. */
function BringLink({ documentId, seq }: { readonly documentId: string; readonly seq: string }) {
  const [, go] = useLocation();
  return (
    <section className="version-bring" aria-label={words.bring}>
      <Button onClick={() => go(`/documents/${documentId}?version=${seq}`)}>{words.bring}</Button>
      <p className="small">{words.bringAbout}</p>
    </section>
  );
}

function Version({ version, children }: { readonly version: Shown; readonly children: ReactNode }) {
  const blocks = version.blocks as readonly unknown[] as readonly Block[];
  return (
    <>
      {version.names.map(({ name, by, at }) => (
        <p key={name} className="version-called" dir="auto">
          <b>{name}</b>{' '}
          <span className="small">{fill(words.namedBy, { name: by, when: sayWhen(at, Date.now()) })}</span>
        </p>
      ))}
      <section className="since" aria-labelledby="changed-since">
        <h2 id="changed-since">{words.changedSince}</h2>
        <Changes version={version} />
      </section>
      {children}
      <section className="version-words" aria-labelledby="words-then">
        <h2 id="words-then">{words.theWords}</h2>
        <p className="small">{counted(version.words)}</p>
        {version.words === 0 && <p>{words.emptyThen}</p>}
        <BlockWords blocks={blocks} headingsFrom={3} />
      </section>
    </>
  );
}

function Changes({ version: { same, changes, more } }: { readonly version: Shown }) {
  if (changes.length === 0) return <p>{same ? words.same : words.onlyLooks}</p>;
  const rest = changes.length - AT_ONCE;
  return (
    <>
      <SentenceChanges label={words.changedSince} called={words} changes={changes.slice(0, AT_ONCE)} />
      {rest > 0 && (
        <Fold title={fill(words.moreFold, { count: rest + more })}>
          <SentenceChanges label={words.changedSince} called={words} changes={changes.slice(AT_ONCE)} />
          {more > 0 && <p>{fill(more === 1 ? words.more_one : words.more_other, { count: more })}</p>}
        </Fold>
      )}
    </>
  );
}

function counted(count: number): string {
  return fill(count === 1 ? words.words_one : words.words_other, { count });
}
