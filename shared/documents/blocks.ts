import { z } from 'zod';

/**
 * The neutral blocks: what a document says, free of Yjs and of any editor.
 *
 * Everything that reads or writes a document's words goes through this one shape: templates, the
 * example, paste, the reading view, the hash that a decision binds to. Lists are runs of list blocks
 * with an indent, not containers, because a block's kind must be able to change while others type in it.
 */
export const BLOCK_KINDS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'quote',
  'bullet',
  'number',
  'check',
] as const;
export const blockKind = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof blockKind>;

const LIST_KINDS: readonly BlockKind[] = ['bullet', 'number', 'check'];

/** Whether blocks of this kind are list items, the only ones with an indent. */
export function isListKind(kind: BlockKind): boolean {
  return LIST_KINDS.includes(kind);
}

export const MARKS = ['bold', 'italic', 'underline', 'strike', 'code'] as const;
export type Mark = (typeof MARKS)[number];

export const MAX_INDENT = 6;

/** Who or what a mention points at. The run's text holds the words that were shown when it was written. */
export const mention = z.strictObject({
  kind: z.enum(['member', 'seat']),
  id: z.string().min(1).max(64),
});
export type Mention = z.infer<typeof mention>;

/** A stretch of words that share their marks, link and mention. `\n` is a line break inside the block. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly link?: string;
  readonly mention?: Mention;
}

export interface TextBlock {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** Only on list blocks: how far in, from 0. */
  readonly indent?: number;
  /** Only on `check` blocks. */
  readonly checked?: boolean;
}

export interface RuleBlock {
  readonly kind: 'rule';
}

export interface TableCell {
  readonly header: boolean;
  readonly blocks: readonly TextBlock[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export type Block = TextBlock | RuleBlock | TableBlock;
