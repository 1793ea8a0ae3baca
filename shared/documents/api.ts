import { z } from 'zod';
import { preset, RIGHTS, right, SENSITIVITIES } from '../access.ts';
import { documentsWords as words } from '../messages/en/documents.ts';
import { side } from '../partnerships/sides.ts';
import { documentTitle, LONGEST_TITLE } from './titles.ts';

/** What the HTTP API takes and gives about documents. Times are milliseconds since 1970. */
export const documentSearch = z.strictObject({
  search: z.string().max(LONGEST_TITLE).optional(),
  archived: z.enum(['0', '1']).optional(),
});

export const newDocument = z.strictObject({
  title: documentTitle,
  template: z.string({ error: words.unknownTemplate }).max(60, words.unknownTemplate),
  preset: z.enum(preset.options, { error: words.unknownPreset }),
});

export const renaming = z.strictObject({ title: documentTitle });

const heldRight = z.enum(['read', 'comment', 'edit']);

export const documentLine = z.object({
  id: z.string(),
  title: z.string(),
  template: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  archivedAt: z.number().nullable(),
  sensitivity: z.enum(SENSITIVITIES),
  right: heldRight,
  mayManage: z.boolean(),
});
export type DocumentLine = z.infer<typeof documentLine>;

export const documentsAnswer = z.object({ documents: z.array(documentLine) });
export const createdAnswer = z.object({ id: z.string() });
export const openedAnswer = z.object({ opened: z.number() });
export const renamedAnswer = z.object({ id: z.string(), title: z.string() });

export const documentAnswer = documentLine.extend({
  partnershipId: z.string(),
  actsFor: z.object({
    memberId: z.string(),
    memberName: z.string(),
    seat: z.object({ id: z.string(), name: z.string(), side }).nullable(),
  }),
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

export const textAnswer = z.object({
  hash: z.string(),
  schema: z.number(),
  /** The kinds of block and what each carries: shared/documents/blocks.ts. */
  blocks: z.array(z.looseObject({ kind: z.string() })),
  text: z.string(),
  words: z.number(),
});

export const templatesAnswer = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      summary: z.string(),
      suggestedTitle: z.string(),
      source: z.string(),
      survives: z.string(),
    }),
  ),
});

const holderKind = z.enum(['seat', 'role']);

export const rightsAnswer = z.object({
  lines: z.array(
    z.object({ holderKind, holder: z.string(), right, name: z.string(), side: side.nullable() }),
  ),
});
export type RightsAnswer = z.infer<typeof rightsAnswer>;

/** Either every line anew (whoever is not named may do nothing), or one of the presets. */
export const newRights = z.union([
  z.strictObject({
    lines: z
      .array(z.strictObject({ holderKind, holder: z.string().min(1).max(64), right: z.enum(RIGHTS) }))
      .min(1)
      .max(200),
  }),
  z.strictObject({ preset }),
]);
export type NewRights = z.infer<typeof newRights>;
