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
  // Not by callbacks of the mutation: they are not called once the line that asked has left the list.
  const set = async (id: string, archived: boolean, then: () => void) => {
    try {
      await change.mutateAsync({ id, archived });
    } catch (error) {
      return toast(refusalOf(error).message);
    }
    then();
  };
  const restore = ({ id, title }: Archivable) =>
    void set(id, false, () => toast(t('documents.restored', { title }), { takesFocus: true }));
  const archive = (document: Archivable) =>
    void set(document.id, true, () =>
      toast(t('documents.archived', { title: document.title }), {
        action: { words: t('documents.undo'), act: () => restore(document) },
        takesFocus: true,
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
