import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ShownNotice } from '../../shared/notifications/api.ts';
import type { NoticeSettings } from '../../shared/notifications/settings.ts';
import { answerOf, api } from '../api.ts';

const here = api.partnerships[':partnershipId'];

/** What I was told, in all my partnerships. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: () => answerOf(api.me.notices.$get()),
    meta: { follows: [{ kind: 'notice' }, { kind: 'decision' }] },
  });
}

/** Says that I have read some of it, or all. It looks so at once. */
export function useRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (read: readonly ShownNotice[] | 'all') =>
      answerOf(
        api.me.notices.read.$post({
          json: read === 'all' ? { all: true } : { ids: read.flatMap(({ ids }) => ids) },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}

/** How I want to be told in one partnership. */
export function useNoticeSettings(partnershipId: string) {
  return useQuery({
    queryKey: ['notice-settings', partnershipId],
    queryFn: () => answerOf(here.me['notices-settings'].$get({ param: { partnershipId } })),
    staleTime: 0,
  });
}

export function useSaveNoticeSettings(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NoticeSettings) =>
      answerOf(here.me['notices-settings'].$put({ param: { partnershipId }, json })),
    onSuccess: (saved) => client.setQueryData(['notice-settings', partnershipId], saved),
  });
}

/** Whose mails come back. Only for those who facilitate. */
export function useMailTroubles(partnershipId: string) {
  return useQuery({
    queryKey: ['mail-troubles', partnershipId],
    queryFn: () => answerOf(here['mail-troubles'].$get({ param: { partnershipId } })),
  });
}

export function useTryAgain(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) =>
      answerOf(
        here['mail-troubles'][':memberId'].again.$post({ param: { partnershipId, memberId }, json: {} }),
      ),
    onSuccess: (left) => client.setQueryData(['mail-troubles', partnershipId], left),
  });
}
