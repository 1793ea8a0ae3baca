import {
  $createTextNode,
  $getState,
  $isTextNode,
  $setState,
  createState,
  type LexicalNode,
  type TextNode,
} from 'lexical';
import { type Mention, mention as mentionSchema } from '../../../shared/documents/blocks.ts';
import { safeLink } from '../../../shared/documents/links.ts';

/**
 * Links and mentions are properties of a stretch of words, not nodes round it: linking words while
 * someone else types among them then loses nothing. `null` means none, which is how the document stores it.
 */
export const linkState = createState('link', { parse: (value): string | null => safeLink(value) ?? null });

export const mentionState = createState('mention', {
  parse: (value): Mention | null => {
    const parsed = mentionSchema.safeParse(value);
    return parsed.success ? parsed.data : null;
  },
  isEqual: (a, b) => a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id),
});

export function $getLink(node: LexicalNode): string | undefined {
  return $getState(node, linkState) ?? undefined;
}

/** Links the words of `node`, or unlinks them with `undefined`. An address that is not allowed unlinks too. */
export function $setLink(node: TextNode, url: string | undefined): TextNode {
  return $setState(node, linkState, safeLink(url) ?? null);
}

export function $getMention(node: LexicalNode): Mention | undefined {
  return $getState(node, mentionState) ?? undefined;
}

/** A mention is one word to the caret: it is stepped over and deleted whole. */
export function $createMentionNode(text: string, mention: Mention): TextNode {
  return $setState($createTextNode(text).setMode('token'), mentionState, mention);
}

export function $isMentionNode(node: LexicalNode | null | undefined): node is TextNode {
  return $isTextNode(node) && $getMention(node) !== undefined;
}
