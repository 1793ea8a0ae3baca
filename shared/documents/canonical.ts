import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import { canonicalJson } from '../canonicalJson.ts';
import type { Block, Run, TextBlock } from './blocks.ts';
import { tidyBlocks } from './tidyBlocks.ts';

/** Goes up when the form below changes; a hash made under one version is never compared with another's. */
export const CANONICAL_VERSION = 1;

/**
 * The one text that stands for what the blocks say: JSON with sorted keys and no spaces (as RFC 8785
 * asks), only attributes that mean something, and the version of this form.
 */
export function canonicalForm(blocks: readonly Block[]): string {
  return canonicalJson({ v: CANONICAL_VERSION, blocks: tidyBlocks(blocks).map(blockForm) });
}

/** SHA-256 of the canonical form, as 64 hex digits: equal exactly when two documents say the same. */
export function hashBlocks(blocks: readonly Block[]): string {
  return toHexString(digest(encodeUtf8(canonicalForm(blocks))));
}

function blockForm(block: Block): unknown {
  if (block.kind === 'rule') return { kind: block.kind };
  if (block.kind !== 'table') return textForm(block);
  const rows = block.rows.map((row) =>
    row.map(({ header, blocks }) => ({ header, blocks: blocks.map(textForm) })),
  );
  return { kind: block.kind, rows };
}

function textForm({ kind, runs, indent, checked }: TextBlock): unknown {
  return { kind, runs: runs.map(runForm), ...(indent && { indent }), ...(checked && { checked }) };
}

function runForm({ text, marks, link, mention }: Run): unknown {
  return {
    text,
    ...(marks && { marks: [...marks].sort() }),
    ...(link !== undefined && { link }),
    ...(mention && { mention: { kind: mention.kind, id: mention.id } }),
  };
}
