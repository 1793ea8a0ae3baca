import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { refusalsWords as words } from '../shared/messages/en/refusals.ts';
import { REFUSALS, type Refusal, type RefusalCode, refuse } from '../shared/refusal.ts';

/** What every answer that is not a success carries. `requestId` is there when the fault is ours: it is in the log. */
export interface ErrorBody {
  readonly error: {
    readonly code: RefusalCode | 'broken';
    readonly message: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly requestId?: string;
  };
}

/** Answers with a refusal, in the status that belongs to it. */
export function refused(c: HonoContext, { refused: code, message, fields }: Refusal) {
  const body: ErrorBody = { error: fields ? { code, message, fields } : { code, message } };
  return c.json(body, REFUSALS[code]);
}

/** Whatever may not be seen answers exactly as what does not exist. */
export function notFound(): Refusal {
  return refuse('not_found', words.notFound);
}

/** Turns what was thrown into an answer: Hono's own refusals of a request, and bugs, which are logged. */
export function onError(log: Logger) {
  return (error: Error, c: HonoContext) => {
    if (error instanceof HTTPException && error.status < 500)
      return refused(c, refuse('bad_request', words.badRequest));
    const requestId = c.get('requestId') as string | undefined;
    log.error({ requestId, err: error }, 'a request failed');
    const body: ErrorBody = {
      error: { code: 'broken', message: words.broken, ...(requestId ? { requestId } : {}) },
    };
    return c.json(body, 500);
  };
}

/**
 * What of an error may be logged. Messages quote what people wrote (SQL with its parameters, JSON that
 * would not parse), so that only its type, its code and where it happened are kept.
 */
export function withoutWords(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause instanceof Error ? error.cause : error;
  const at = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: cause.name, code: (cause as { code?: unknown }).code, at };
}
