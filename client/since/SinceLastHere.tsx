import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sinceWords as words } from '../../shared/messages/en/since.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Since } from '../../shared/since/api.ts';
import { answerOf, api } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Fold } from '../ui/Fold.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen } from '../words.ts';
import { SentenceChanges } from './SentenceChanges.tsx';
import './since.css';

/** More than this would push the words themselves off the screen. */
const AT_ONCE = 8;

export interface SinceLastHereProps {
  readonly about: { readonly kind: 'document' | 'decision'; readonly id: string };
}

/** What others changed since I was last here, as a list of sentences. My mark moves only when I say that I have read it. */
export function SinceLastHere({ about }: SinceLastHereProps) {
  const { found, read } = useSince(about);
  const { mutate } = read;
  const isFirst = found !== undefined && found.at === null;
  const to = found?.to;
  // Whoever was never here has nothing to catch up with: from now on they have.
  useEffect(() => {
    if (isFirst && to !== undefined) mutate(to);
  }, [isFirst, to, mutate]);
  if (!found || found.at === null) return null;
  const { at, changes, lines, tooMuch } = found;
  if (changes.length === 0 && lines.length === 0 && !tooMuch) return null;
  return (
    <section className="since no-print" aria-labelledby="since">
      <h2 id="since">{fill(words.heading, { when: sayWhen(at, Date.now()) })}</h2>
      {tooMuch && <p>{words.tooMuch}</p>}
      {changes.length > 0 && <SentenceChanges label={words.words} changes={changes.slice(0, AT_ONCE)} />}
      {changes.length > AT_ONCE && (
        <Fold title={fill(words.more, { count: changes.length - AT_ONCE })}>
          <SentenceChanges label={words.words} changes={changes.slice(AT_ONCE)} />
        </Fold>
      )}
      {lines.length > 0 && (
        <ul className="since-list" aria-label={words.happened}>
          {lines.map(({ key, at: when, says }) => (
            <li key={key}>
              {says} <span className="small">{sayWhen(when, Date.now())}</span>
            </li>
          ))}
        </ul>
      )}
      <Button
        look="plain"
        busy={read.isPending}
        onClick={() => read.mutate(found.to, { onSuccess: () => toast(words.done) })}
      >
        {words.read}
      </Button>
    </section>
  );
}

function useSince(about: SinceLastHereProps['about']) {
  const client = useQueryClient();
  const queryKey = ['since', about];
  const found = useQuery({
    queryKey,
    queryFn: (): Promise<Since> =>
      about.kind === 'document'
        ? answerOf(api.documents[':documentId'].since.$get({ param: { documentId: about.id } }))
        : answerOf(api.decisions[':decisionId'].since.$get({ param: { decisionId: about.id } })),
    staleTime: 0,
    refetchOnWindowFocus: false,
  }).data;
  const read = useMutation({
    mutationFn: (to: string): Promise<Since> =>
      about.kind === 'document'
        ? answerOf(api.documents[':documentId'].since.$put({ param: { documentId: about.id }, json: { to } }))
        : answerOf(
            api.decisions[':decisionId'].since.$put({ param: { decisionId: about.id }, json: { to } }),
          ),
    onSuccess: (answer) => client.setQueryData(queryKey, answer),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  return { found, read };
}
