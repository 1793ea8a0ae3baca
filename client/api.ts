import { QueryClient } from '@tanstack/react-query';
import { type ClientResponse, hc } from 'hono/client';
import type { App } from '../server/app.ts';
import { REFUSALS, type Refusal, type RefusalCode, refuse } from '../shared/refusal.ts';
import { t } from './words.ts';

/** The server's routes, with the types of what they take and give. Hand what it returns to `answerOf`. */
export const { api } = hc<App>(location.origin);

/** A refusal from the server, thrown because that is how queries fail. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The refusal in whatever was thrown, so that every failure has words to show. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof RefusalError ? error.refusal : refuse('unavailable', t('ui.wentWrong'));
}

type Answer<Response> =
  Response extends ClientResponse<infer Body, infer Status, 'json'>
    ? Status extends 200 | 201
      ? Body
      : never
    : never;

/**
 * The JSON of the server's answer to a request that succeeded. Anything else throws a RefusalError:
 * with the server's own words, or ours when it could not be reached.
 */
export async function answerOf<Response extends ClientResponse<unknown>>(
  sent: Promise<Response>,
): Promise<Answer<Response>> {
  const response = await sent.catch(() => {
    throw new RefusalError(refuse('unavailable', t('ui.noNetwork')));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer<Response>;
  throw new RefusalError(readRefusal(answer));
}

function readRefusal(answer: unknown): Refusal {
  const { error } = (answer ?? {}) as {
    error?: { code: string; message: string; fields?: Record<string, string> };
  };
  if (!error || !(error.code in REFUSALS)) return refuse('unavailable', t('ui.wentWrong'));
  return refuse(error.code as RefusalCode, error.message, error.fields);
}

const MINUTE_MS = 60_000;

/** What the pages know of the server. A refusal is an answer: only a server that can't be reached is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: MINUTE_MS,
        retry: (count, error) => count < 2 && refusalOf(error).refused === 'unavailable',
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
