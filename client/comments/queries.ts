import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Ending,
  Hiding,
  NewComment,
  newDocumentThread,
  ThreadsRead,
} from '../../shared/comments/api.ts';
import { mergeThreads } from '../../shared/comments/mergeThreads.ts';
import { answerOf, api } from '../api.ts';

/** What threads are about. */
export interface About {
  readonly kind: 'document' | 'decision';
  readonly id: string;
}

const key = ({ kind, id }: About) => ['threads', kind, id];

/** Every thread on a document or a decision, followed live: asked again, only what has changed comes. */
export function useThreads(about: About) {
  return useQuery({
    queryKey: key(about),
    queryFn: async ({ client }) => {
      const before = client.getQueryData<ThreadsRead>(key(about));
      return mergeThreads(before, (await answerOf(asked(about, before?.version))) as ThreadsRead);
    },
    meta: { follows: [{ kind: 'thread', id: about.id }] },
    staleTime: 0,
  });
}

function asked({ kind, id }: About, version: string | undefined) {
  const query = version === undefined ? {} : { since: version };
  return kind === 'document'
    ? api.documents[':documentId'].threads.$get({ param: { documentId: id }, query })
    : api.decisions[':decisionId'].threads.$get({ param: { decisionId: id }, query });
}

/** Everything that can be done with a thread or a comment; each is refused with the server's words. */
export type ThreadAct =
  | { readonly do: 'reply'; readonly threadId: string; readonly json: NewComment }
  | { readonly do: 'end'; readonly threadId: string; readonly json: Ending }
  | { readonly do: 'reword'; readonly commentId: string; readonly words: string }
  | { readonly do: 'hide'; readonly commentId: string; readonly json: Hiding }
  | { readonly do: 'makeQuestion' | 'makeDecision'; readonly threadId: string }
  | { readonly do: 'same' | 'notSame'; readonly commentId: string };

const ofThread = api.threads[':threadId'];
const ofComment = api.comments[':commentId'];

/** The server takes nothing that another site's form could send, so also what says nothing more is sent as JSON. */
const AS_JSON = { headers: { 'Content-Type': 'application/json' } };

function carryOut(act: ThreadAct): Promise<unknown> {
  switch (act.do) {
    case 'reply':
      return answerOf(ofThread.comments.$post({ param: act, json: act.json }));
    case 'end':
      return answerOf(ofThread.ending.$post({ param: act, json: act.json }));
    case 'makeQuestion':
      return answerOf(ofThread.question.$post({ param: act }, AS_JSON));
    case 'makeDecision':
      return answerOf(ofThread.decision.$post({ param: act, json: {} }));
    case 'reword':
      return answerOf(ofComment.$patch({ param: act, json: { words: act.words } }));
    case 'hide':
      return answerOf(ofComment.hiding.$post({ param: act, json: act.json }));
    case 'same':
      return answerOf(ofComment.same.$put({ param: act, json: {} }));
    case 'notSame':
      return answerOf(ofComment.same.$delete({ param: act }, AS_JSON));
  }
}

export function useThreadAct(about: About) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: () => client.invalidateQueries({ queryKey: key(about) }),
  });
}

/** On a decision nobody says where: it is on all of it. */
type NewThread = z.infer<typeof newDocumentThread>;

/** Begins a thread, and gives its id once it is in the list. */
export function useStartThread(about: About) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (json: NewThread): Promise<string> => {
      const sent =
        about.kind === 'document'
          ? await answerOf(
              api.documents[':documentId'].threads.$post({ param: { documentId: about.id }, json }),
            )
          : await answerOf(
              api.decisions[':decisionId'].threads.$post({ param: { decisionId: about.id }, json }),
            );
      await client.invalidateQueries({ queryKey: key(about) });
      return sent.threadId;
    },
  });
}
