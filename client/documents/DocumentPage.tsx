import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { isSigned } from '../../shared/documents/agreements.ts';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { paperWords } from '../../shared/messages/en/paper.ts';
import { versionsWords } from '../../shared/messages/en/versions.ts';
import type { EditorParts } from '../editor/passages/EditorParts.ts';
import { usePartnership } from '../partnerships/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Dots } from '../ui/Dots.tsx';
import { Loading } from '../ui/Loading.tsx';
import { late } from '../ui/late.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useMedia } from '../ui/useMedia.ts';
import { t } from '../words.ts';
import { DocumentNav } from './DocumentNav.tsx';
import { EditableTitle } from './EditableTitle.tsx';
import { mentionables } from './mentionables.ts';
import { useTemplates } from './queries.ts';
import { templateName } from './templateName.ts';
import { useArchive } from './useArchive.ts';

const DocumentEditor = late(
  async () => (await import('../editor/DocumentEditor.tsx')).DocumentEditor,
  Fetching,
);

function Fetching() {
  return <Loading what={t('documents.loadingEditor')} />;
}

export interface DocumentPageProps {
  readonly document: DocumentAnswer;
  readonly accountId: string;
  /** What else belongs to the words, and whether they can be put to a decision from here. */
  readonly children?: (parts: EditorParts) => ReactNode;
  readonly mayPut?: boolean;
  readonly mayComment?: boolean;
  /** What comes before the words. */
  readonly top?: ReactNode;
}

/** One document, to be written together: its sheet in the middle; beside it the other documents and its outline. */
export function DocumentPage({
  document,
  accountId,
  children,
  top,
  mayPut = false,
  mayComment = false,
}: DocumentPageProps) {
  const { id, title, partnershipId, archivedAt } = document;
  const partnership = usePartnership(partnershipId);
  const archived = archivedAt !== null;
  const [renaming, setRenaming] = useState(false);
  const [outlinePlace, setOutlinePlace] = useState<Element | null>(null);
  const [commentsPlace, setCommentsPlace] = useState<Element | null>(null);
  const [decisionsPlace, setDecisionsPlace] = useState<Element | null>(null);
  return (
    <div className="document-page">
      <div className="document-side no-print">
        <DocumentNav partnershipId={partnershipId} current={id} />
        <div ref={setCommentsPlace} />
        <div ref={setDecisionsPlace} />
        <div ref={setOutlinePlace} />
      </div>
      <main id="main" className="document-main" tabIndex={-1}>
        <DocumentTools document={document} onRename={() => setRenaming(true)} />
        <EditableTitle id={id} title={title} renaming={renaming} onRenamed={() => setRenaming(false)} />
        {archived && <InArchive document={document} />}
        {top}
        <DocumentEditor
          documentId={id}
          accountId={accountId}
          memberId={document.actsFor.memberId}
          title={title}
          mentionables={mentionables(partnership.data)}
          readingHref={`/read/${id}`}
          outlinePlace={outlinePlace}
          decisionsPlace={decisionsPlace}
          commentsPlace={commentsPlace}
          mayPut={mayPut}
          mayComment={mayComment}
        >
          {children}
        </DocumentEditor>
      </main>
    </div>
  );
}

interface DocumentToolsProps {
  readonly document: DocumentAnswer;
  readonly onRename: () => void;
}

/** What it is and what I may do with it, and the menu of what else can be done. */
function DocumentTools({ document, onRename }: DocumentToolsProps) {
  const { id, title, template, archivedAt, right, mayManage, sensitivity } = document;
  const templates = useTemplates();
  const archive = useArchive();
  const [, go] = useLocation();
  const isPhone = useMedia('(max-width: 600px)');
  const archived = archivedAt !== null;
  return (
    <div className="document-tools">
      <p className="small">
        {templateName(templates.data, template)} · {t(`documents.youCan.${archived ? 'read' : right}`)}
        {sensitivity !== 'members' && (
          <>
            {' · '}
            <Link href={`/documents/${id}/access`}>{t(`access.short.${sensitivity}`)}</Link>
          </>
        )}
      </p>
      <Menu
        label={t('documents.moreAbout', { title })}
        button={isPhone ? <Dots /> : t('documents.more')}
        className="no-print"
        entries={[
          ...(right === 'edit' && !archived ? [{ words: t('documents.rename'), act: onRename }] : []),
          { words: t('documents.readingView'), href: `/read/${id}` },
          { words: paperWords.enter.printDocument, href: `/documents/${id}/paper` },
          { words: t('documents.downloadMarkdown'), href: `/read/${id}.md`, download: `${title}.md` },
          { words: t('documents.downloadText'), href: `/read/${id}.txt`, download: `${title}.txt` },
          { words: versionsWords.link, act: () => go(`/documents/${id}/versions`) },
          { words: t('documents.rightsLink'), act: () => go(`/documents/${id}/rights`) },
          ...(isSigned(template)
            ? [{ words: t('documents.signaturesLink'), act: () => go(`/documents/${id}/sign`) }]
            : []),
          { words: t('access.link'), act: () => go(`/documents/${id}/access`) },
          ...(mayManage ? [archive.entry({ id, title, archived })] : []),
        ]}
      />
    </div>
  );
}

function InArchive({ document: { id, title, mayManage } }: { readonly document: DocumentAnswer }) {
  const archive = useArchive();
  return (
    <div className="notice">
      <p>{t('documents.isArchived')}</p>
      {mayManage && (
        <Button look="plain" onClick={() => archive.restore({ id, title, archived: true })}>
          {t('documents.restore')}
        </Button>
      )}
    </div>
  );
}
