import { QueryClient } from '@tanstack/react-query';
import type { Preset, Right, RightLine } from '../shared/access.ts';
import type { Role } from '../shared/partnerships/roles.ts';
import type { Side } from '../shared/partnerships/sides.ts';
import { REFUSALS, type Refusal, type RefusalCode, refuse } from '../shared/refusal.ts';
import { t } from './words.ts';

export interface Seat {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly kind: 'holder' | 'substitute';
}

export interface Me {
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly example: boolean;
  readonly partnerships: readonly {
    readonly id: string;
    readonly name: string;
    readonly place: string;
    readonly member: {
      readonly id: string;
      readonly name: string;
      readonly isPseudonym: boolean;
      readonly roles: readonly Role[];
      readonly seats: readonly Seat[];
    };
  }[];
}

export interface ExamplePerson {
  readonly name: string;
  readonly isPseudonym: boolean;
  readonly note: string;
  readonly seat: Seat | null;
  readonly roles: readonly Role[];
}

export interface Example {
  readonly people: readonly ExamplePerson[];
  readonly partnership: {
    readonly id: string;
    readonly name: string;
    readonly place: string;
    readonly purpose: string;
  };
}

export interface Partnership {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly purpose: string;
  readonly isExample: boolean;
  readonly seats: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly side: Side;
    readonly note: string;
    readonly holders: readonly {
      readonly memberId: string;
      readonly name: string;
      readonly kind: Seat['kind'];
    }[];
  }[];
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly isPseudonym: boolean;
    readonly note: string;
    readonly roles: readonly Role[];
    readonly seatIds: readonly string[];
  }[];
}

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly archivedAt: number | null;
  readonly right: Exclude<Right, 'none'>;
}

export interface DocumentFacts extends DocumentRow {
  readonly partnershipId: string;
  readonly actsFor: {
    readonly memberId: string;
    readonly memberName: string;
    readonly seat: { readonly id: string; readonly name: string; readonly side: Side } | null;
  };
  readonly mayManage: boolean;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly source: string;
}

export interface NamedRightLine extends RightLine {
  readonly name: string;
  readonly side: Side | null;
}

export interface NewDocument {
  readonly title: string;
  readonly template: string;
  readonly preset: Preset;
}

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

/**
 * Asks the server, and gives the JSON of its answer. Anything but success throws a RefusalError:
 * the server's own words, or ours when it could not be reached.
 */
export async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RefusalError(refuse('unavailable', t('ui.noNetwork')));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
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
