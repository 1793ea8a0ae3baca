/**
 * An expected failure. Rules return it; bugs throw.
 *
 * `code` is for programs, `message` is what a person reads: what happened, and what to do next.
 * `fields` puts a message beside each form field that was wrong.
 */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Every reason that a request can be refused for, with the HTTP status that it answers with. */
export const REFUSALS = {
  bad_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  not_json: 415,
  invalid: 422,
  too_many: 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

export function refuse(
  refused: RefusalCode,
  message: string,
  fields?: Readonly<Record<string, string>>,
): Refusal {
  return fields ? { refused, message, fields } : { refused, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
