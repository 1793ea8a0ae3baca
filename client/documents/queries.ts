import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preset, Sensitivity } from '../../shared/access.ts';
import type { NewRights } from '../../shared/documents/api.ts';
import { answerOf, api } from '../api.ts';

const inPartnership = api.partnerships[':partnershipId'].documents;
const oneDocument = api.documents[':documentId'];

/** The documents that I may read, newest change first. `search` narrows by title. */
export function useDocuments(partnershipId: string, search: string, archived: boolean) {
  return useQuery({
    queryKey: ['documents', partnershipId, { search, archived }],
    queryFn: async () => {
      const query = { search, archived: archived ? ('1' as const) : ('0' as const) };
      return (await answerOf(inPartnership.$get({ param: { partnershipId }, query }))).documents;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function useDocument(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId],
    queryFn: () => answerOf(oneDocument.$get({ param: { documentId } })),
    staleTime: 0,
  });
}

/** What a document may start from. Templates come with the program, so they are asked for once. */
export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await answerOf(api.templates.$get())).templates,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A template as it is offered: its words come with the document. */
export type TemplateCard = NonNullable<ReturnType<typeof useTemplates>['data']>[number];

export function useRights(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'rights'],
    queryFn: () => answerOf(oneDocument.rights.$get({ param: { documentId } })),
    staleTime: 0,
  });
}

/** Who can see a document and do what in it, with the reasons, and who has opened it where that is noted. */
export function useAccess(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'access'],
    queryFn: () => answerOf(oneDocument.access.$get({ param: { documentId } })),
    staleTime: 0,
  });
}

/** The documents as one of the partnership's seats sees them. */
export function useAsSeat(partnershipId: string, seatId: string) {
  return useQuery({
    queryKey: ['documents', partnershipId, 'as', seatId],
    queryFn: () =>
      answerOf(api.partnerships[':partnershipId'].as[':seatId'].$get({ param: { partnershipId, seatId } })),
    staleTime: 0,
  });
}

/** What a document says, as it is at this moment. */
export function useText(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'text'],
    queryFn: () => answerOf(oneDocument.text.$get({ param: { documentId } })),
    staleTime: 0,
    gcTime: 0,
  });
}

/** Makes the words with this hash public; refused when the document says something else by then. */
export function usePublish(documentId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (contentHash: string) =>
      answerOf(oneDocument.publication.$post({ param: { documentId }, json: { contentHash } })),
    onSuccess: refresh,
  });
}

export function useWithdraw(documentId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => answerOf(oneDocument.publication.$delete({ param: { documentId }, json: {} })),
    onSuccess: refresh,
  });
}

export function useSetSensitivity(documentId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: { readonly sensitivity: Sensitivity; readonly reason: string }) =>
      answerOf(oneDocument.sensitivity.$put({ param: { documentId }, json })),
    onSuccess: refresh,
  });
}

export interface NewDocument {
  readonly title: string;
  readonly template: string;
  readonly preset: Preset;
}

export function useCreateDocument(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewDocument) => answerOf(inPartnership.$post({ param: { partnershipId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['documents', partnershipId] }),
  });
}

export function useRenameDocument() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, title }: { readonly id: string; readonly title: string }) =>
      answerOf(oneDocument.$patch({ param: { documentId: id }, json: { title } })),
    onSuccess: refresh,
  });
}

/** Puts a document in the archive, or (`archived` false) takes it out again. */
export function useArchiveDocument() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, archived }: { readonly id: string; readonly archived: boolean }) => {
      const request = { param: { documentId: id }, json: {} };
      return archived
        ? answerOf(oneDocument.archive.$put(request))
        : answerOf(oneDocument.archive.$delete(request));
    },
    onSuccess: refresh,
  });
}

export function useSetRights(documentId: string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (json: NewRights) => answerOf(oneDocument.rights.$put({ param: { documentId }, json })),
    onSuccess: (answer) => {
      client.setQueryData(['document', documentId, 'rights'], answer);
      return refresh();
    },
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['documents'] }),
      client.invalidateQueries({ queryKey: ['document'] }),
    ]);
}
