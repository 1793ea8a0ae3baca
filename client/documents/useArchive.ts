import { refusalOf } from '../api.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useArchiveDocument } from './queries.ts';

interface Archivable {
  readonly id: string;
  readonly title: string;
  readonly archived: boolean;
}

/** Archiving and bringing back, each with a word about what was done; archiving can be undone from there. */
export function useArchive() {
  const change = useArchiveDocument();
  const set = ({ id, archived }: Omit<Archivable, 'title'>, then: () => void) =>
    change.mutate({ id, archived }, { onError: (error) => toast(refusalOf(error).message), onSuccess: then });
  const restore = (document: Archivable) =>
    set({ ...document, archived: false }, () => toast(t('documents.restored', { title: document.title })));
  const archive = (document: Archivable) =>
    set({ ...document, archived: true }, () =>
      toast(t('documents.archived', { title: document.title }), {
        words: t('documents.undo'),
        act: () => restore(document),
      }),
    );
  return {
    /** The menu's way to do whichever of the two fits. */
    entry: (document: Archivable): MenuEntry =>
      document.archived
        ? { words: t('documents.restore'), act: () => restore(document) }
        : { words: t('documents.archive'), act: () => archive(document) },
    restore,
  };
}
