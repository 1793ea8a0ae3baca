import type { Context as HonoContext } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import { z } from 'zod';
import { refusalsWords as words } from '../shared/messages/en/refusals.ts';
import { REFUSALS, refuse } from '../shared/refusal.ts';
import { refused } from './errors.ts';

const errorShape = z.object({
  error: z.object({
    code: z.enum([...(Object.keys(REFUSALS) as (keyof typeof REFUSALS)[]), 'broken']),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    requestId: z.string().optional(),
  }),
});

/** Describes a route in one sentence, and more if need be, with the shape of its success, for /api/openapi.json. */
export function describes(summary: string, shape: z.ZodType, status: 200 | 201 = 200, description?: string) {
  return describeRoute({
    summary,
    ...(description === undefined ? {} : { description }),
    responses: {
      [status]: { description: 'Done', content: { 'application/json': { schema: resolver(shape) } } },
      '4XX': { description: 'Refused', content: { 'application/json': { schema: resolver(errorShape) } } },
    },
  });
}

/** Takes the JSON body as `schema` says, or answers 422 with a message for each field that is wrong. */
export function body<S extends z.ZodType>(schema: S) {
  return validator('json', schema, (result, c) => (result.success ? undefined : invalid(c, result.error)));
}

/** The same for a body with parts within parts: each message stands at the whole path, `rule.ladder.0.days`. */
export function deepBody<S extends z.ZodType>(schema: S) {
  return validator('json', schema, (result, c) =>
    result.success ? undefined : invalid(c, result.error, true),
  );
}

/** Takes the query as `schema` says, or answers 422 with a message for each field that is wrong. */
export function query<S extends z.ZodType>(schema: S) {
  return validator('query', schema, (result, c) => (result.success ? undefined : invalid(c, result.error)));
}

/** Names of fields that are not ours are said back no longer than this. */
const LONGEST_FIELD = 60;
const LONGEST_PATH = 200;

interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly code?: string;
  readonly values?: readonly unknown[];
}

const LIBRARY_WORDING = /^(?:Invalid|Too big|Too small|Expected|Unrecognized)/;

/**
 * Our schemas carry our own words for what people type; the rest has a library's wording, and gets plain words. `deep`
 * is for bodies that programs write: it says where within the parts, and what can be put right there.
 */
function invalid(c: HonoContext, issues: readonly Issue[], deep = false) {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const field = deep ? pathOf(issue) : fieldOf(issue);
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys ?? []) {
        const name = key.slice(0, LONGEST_FIELD);
        fields[deep && issue.path?.length ? `${field}.${name}` : name] ??= words.unknownField;
      }
    else if (!LIBRARY_WORDING.test(issue.message)) fields[field] ??= issue.message;
    else fields[field] ??= deep ? plainly(issue) : words.invalidField;
  }
  return refused(c, refuse('invalid', words.invalid, fields));
}

/** What can be put right: something is missing, or only some values are possible. */
function plainly({ code, message, values = [] }: Issue): string {
  if (code === 'invalid_type' && message.endsWith('received undefined')) return words.missingField;
  return code === 'invalid_value' && values.length > 1
    ? `${words.oneOf} ${values.map(String).join(', ')}.`
    : words.invalidField;
}

/** The outermost field that an issue is in; the whole body when it is in none. */
function fieldOf({ path }: Issue): string {
  const first = path?.[0];
  if (first === undefined) return 'body';
  return String(typeof first === 'object' ? first.key : first);
}

function pathOf({ path = [] }: Issue): string {
  const whole = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return whole === '' ? 'body' : whole.slice(0, LONGEST_PATH);
}
