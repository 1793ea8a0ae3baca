import { useState } from 'react';
import type { AccessAnswer } from '../../shared/documents/accessApi.ts';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import { PublishDialog } from './PublishDialog.tsx';
import { useWithdraw } from './queries.ts';

export interface PublicationSectionProps {
  readonly document: DocumentAnswer;
  readonly access: AccessAnswer;
}

/** Whether everyone in the world can read it, and, for a facilitator, how to change that. */
export function PublicationSection({ document, access }: PublicationSectionProps) {
  const { publication, mayPublish, sensitivity } = access;
  const [open, setOpen] = useState(false);
  const withdraw = useWithdraw(document.id);
  const isOpen = sensitivity === 'open' && document.archivedAt === null;
  if (!publication && !mayPublish) return null;
  return (
    <section aria-labelledby="publication-heading">
      <h2 id="publication-heading">{t('publicView.heading')}</h2>
      <p>
        {publication
          ? t('publicView.isPublic', { when: sayWhen(publication.publishedAt, Date.now()) })
          : t('publicView.notPublic')}
      </p>
      {publication && (
        <p>
          <a href={`/public/${publication.id}`}>{t('publicView.link')}</a>
          <br />
          <a href={`/public/of/${document.partnershipId}`}>{t('publicView.listLink')}</a>
        </p>
      )}
      {mayPublish && !isOpen && <p>{t('publicView.mustBeOpen')}</p>}
      {withdraw.isError && <ErrorMessage message={refusalOf(withdraw.error).message} />}
      {mayPublish && isOpen && (
        <div className="button-row">
          <Button look="plain" onClick={() => setOpen(true)}>
            {t(publication ? 'publicView.publishAgain' : 'publicView.look')}
          </Button>
          {publication && (
            <Button
              look="plain"
              busy={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(undefined, {
                  onSuccess: () => toast(t('publicView.withdrawn'), { takesFocus: true }),
                })
              }
            >
              {t('publicView.withdraw')}
            </Button>
          )}
        </div>
      )}
      {open && <PublishDialog documentId={document.id} onClose={() => setOpen(false)} />}
    </section>
  );
}
