import type { Block } from '../../shared/documents/blocks.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { usePublish, useText } from './queries.ts';

export interface PublishDialogProps {
  readonly documentId: string;
  readonly onClose: () => void;
}

/** Says what will be public, and who is named in it, before it is. Just these words are made public, or none. */
export function PublishDialog({ documentId, onClose }: PublishDialogProps) {
  const text = useText(documentId);
  const publish = usePublish(documentId);
  const sure = (contentHash: string) =>
    publish.mutate(contentHash, {
      onSuccess: () => {
        onClose();
        toast(t('publicView.published'));
      },
      onError: () => void text.refetch(),
    });
  const names = text.data ? namesIn(text.data.blocks as readonly unknown[] as readonly Block[]) : [];
  return (
    <Dialog title={t('publicView.sureHeading')} onClose={onClose}>
      {text.isPending && <Loading what={t('publicView.loading')} />}
      {text.isError && (
        <ErrorMessage message={refusalOf(text.error).message} onRetry={() => void text.refetch()} />
      )}
      {text.data && (
        <>
          <p>{t('publicView.sure', { count: text.data.words })}</p>
          {names.length > 0 && (
            <p>{t('publicView.namesIn', { names: new Intl.ListFormat('en-GB').format(names) })}</p>
          )}
          <p>
            <a href={`/read/${documentId}`} target="_blank" rel="noreferrer">
              {t('publicView.readFirst')}
            </a>
          </p>
          {publish.isError && <ErrorMessage message={refusalOf(publish.error).message} />}
          <div className="button-row">
            <Button look="plain" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button busy={publish.isPending || text.isFetching} onClick={() => sure(text.data.hash)}>
              {t('publicView.publish')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** The people whom the words point at by name, each once, as the words have it. */
function namesIn(blocks: readonly Block[]): string[] {
  const named = textBlocksIn(blocks).flatMap(({ runs }) =>
    runs.flatMap(({ mention, text }) => (mention?.kind === 'member' ? [text.replace(/^@/, '')] : [])),
  );
  return [...new Set(named)];
}
