import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentLine as Line } from '../../shared/documents/api.ts';
import { Dots } from '../ui/Dots.tsx';
import { Menu } from '../ui/Menu.tsx';
import { sayWhen, t } from '../words.ts';
import type { TemplateCard } from './queries.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { templateName } from './templateName.ts';
import { useArchive } from './useArchive.ts';

export interface DocumentLineProps {
  readonly document: Line;
  readonly templates: readonly TemplateCard[] | undefined;
}

/** One document in the list: its title, what it is, when it changed, what I may do, and what can be done with it. */
export function DocumentLine({ document, templates }: DocumentLineProps) {
  const { id, title, template, changedAt, archivedAt, right, mayManage, sensitivity } = document;
  const [renaming, setRenaming] = useState(false);
  const [, go] = useLocation();
  const archive = useArchive();
  const archived = archivedAt !== null;
  return (
    <li className="row">
      <div className="row-words">
        <Link className="row-title" href={`/documents/${id}`} dir="auto">
          {title}
        </Link>
        <p className="row-facts">
          {[
            templateName(templates, template),
            archived
              ? t('documents.archivedWhen', { when: sayWhen(archivedAt, Date.now()) })
              : t('documents.changedWhen', { when: sayWhen(changedAt, Date.now()) }),
            t(`documents.youCan.${archived ? 'read' : right}`),
            sensitivity !== 'members' && t(`access.short.${sensitivity}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Menu
        label={t('documents.moreAbout', { title })}
        button={<Dots />}
        entries={[
          ...(right === 'edit' && !archived
            ? [{ words: t('documents.rename'), act: () => setRenaming(true) }]
            : []),
          { words: t('documents.rightsLink'), act: () => go(`/documents/${id}/rights`) },
          { words: t('access.link'), act: () => go(`/documents/${id}/access`) },
          { words: t('documents.readingView'), href: `/read/${id}` },
          ...(mayManage ? [archive.entry({ id, title, archived })] : []),
        ]}
      />
      {renaming && <RenameDialog id={id} title={title} onClose={() => setRenaming(false)} />}
    </li>
  );
}
