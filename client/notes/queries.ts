import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewNote } from '../../shared/notes/api.ts';
import { answerOf, api } from '../api.ts';

const here = api.partnerships[':partnershipId']['private-notes'];

/** My private notes, those to me, and to whom I can write. */
export function useNotes(partnershipId: string) {
  return useQuery({
    queryKey: ['private_notes', partnershipId],
    queryFn: () => answerOf(here.$get({ param: { partnershipId } })),
    staleTime: 0,
    meta: { follows: [{ kind: 'notice' }] },
  });
}

function useAfter(partnershipId: string) {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['private_notes', partnershipId] });
    await client.invalidateQueries({ queryKey: ['notices'] });
  };
}

export function useSendNote(partnershipId: string) {
  const after = useAfter(partnershipId);
  return useMutation({
    mutationFn: (json: NewNote) => answerOf(here.$post({ param: { partnershipId }, json })),
    onSuccess: after,
  });
}

/** What is done with a note that is there: its writer takes it back, its reader opens, answers and closes it. */
export type NoteAct =
  | { readonly kind: 'withdrawal' | 'reading'; readonly noteId: string }
  | { readonly kind: 'answer' | 'closing'; readonly noteId: string; readonly words: string };

export function useNoteAct(partnershipId: string) {
  const after = useAfter(partnershipId);
  return useMutation({
    mutationFn: async (act: NoteAct): Promise<object> => {
      const param = { partnershipId, noteId: act.noteId };
      const note = here[':noteId'];
      switch (act.kind) {
        case 'withdrawal':
          return answerOf(note.withdrawal.$post({ param, json: {} }));
        case 'reading':
          return answerOf(note.reading.$post({ param, json: {} }));
        case 'answer':
          return answerOf(note.answer.$post({ param, json: { words: act.words } }));
        case 'closing':
          return answerOf(note.closing.$post({ param, json: { words: act.words } }));
      }
    },
    onSettled: after,
  });
}
