import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preset, RightLine } from '../../shared/access.ts';
import {
  ask,
  type DocumentFacts,
  type DocumentRow,
  type NamedRightLine,
  type NewDocument,
  type Template,
} from '../api.ts';

/** The documents that I may read, newest change first. `search` narrows by title. */
export function useDocuments(partnershipId: string, search: string, archived: boolean) {
  return useQuery({
    queryKey: ['documents', partnershipId, { search, archived }],
    queryFn: async () => {
      const query = new URLSearchParams({ search, archived: archived ? '1' : '0' });
      const path = `/api/partnerships/${encodeURIComponent(partnershipId)}/documents?${query}`;
      const { documents } = await ask<{ documents: DocumentRow[] }>('GET', path);
      return [...documents].sort((one, other) => other.changedAt - one.changedAt);
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function useDocument(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId],
    queryFn: () => ask<DocumentFacts>('GET', documentPath(documentId)),
    staleTime: 0,
  });
}

/** What a document may start from. Templates come with the program, so they are asked for once. */
export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await ask<{ templates: Template[] }>('GET', '/api/templates')).templates,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useRights(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'rights'],
    queryFn: () => ask<{ lines: NamedRightLine[] }>('GET', documentPath(documentId, '/rights')),
    staleTime: 0,
  });
}

export function useCreateDocument(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (document: NewDocument) =>
      ask<{ id: string }>(
        'POST',
        `/api/partnerships/${encodeURIComponent(partnershipId)}/documents`,
        document,
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['documents', partnershipId] }),
  });
}

export function useRenameDocument() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, title }: { readonly id: string; readonly title: string }) =>
      ask<{ id: string; title: string }>('PATCH', documentPath(id), { title }),
    onSuccess: refresh,
  });
}

/** Puts a document in the archive, or (`archived` false) takes it out again. */
export function useArchiveDocument() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, archived }: { readonly id: string; readonly archived: boolean }) =>
      ask(archived ? 'PUT' : 'DELETE', documentPath(id, '/archive'), {}),
    onSuccess: refresh,
  });
}

export function useSetRights(documentId: string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (rights: { readonly lines: readonly RightLine[] } | { readonly preset: Preset }) =>
      ask<{ lines: NamedRightLine[] }>('PUT', documentPath(documentId, '/rights'), rights),
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

function documentPath(id: string, rest = ''): string {
  return `/api/documents/${encodeURIComponent(id)}${rest}`;
}
