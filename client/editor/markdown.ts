import { $createHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  type ElementTransformer,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type Transformer,
} from '@lexical/markdown';
import type { LexicalEditor } from 'lexical';
import type { BlockKind } from '../../shared/documents/blocks.ts';
import { $isBlockNode, BlockNode } from './nodes/BlockNode.ts';

/** Turns what people type at the start of a line, or around words, into what they mean by it. */
export function registerMarkdown(editor: LexicalEditor): () => void {
  return registerMarkdownShortcuts(editor, TRANSFORMERS);
}

/** Changes the block's kind in place, so that somebody else who is typing in it loses nothing. */
function kindShortcut(regExp: RegExp, kindOf: (match: readonly string[]) => BlockKind): ElementTransformer {
  return {
    type: 'element',
    dependencies: [BlockNode],
    export: () => null,
    regExp,
    replace(parent, _children, match) {
      if (!$isBlockNode(parent)) return false;
      const kind = kindOf(match);
      parent.setKind(kind);
      if (kind === 'check') parent.setChecked(/x/i.test(match[0] ?? ''));
      return true;
    },
  };
}

const HEADINGS = ['heading1', 'heading2', 'heading3'] as const;

const ruleShortcut: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: () => null,
  regExp: /^(---|\*\*\*|___)\s/,
  replace(parent) {
    parent.insertBefore($createHorizontalRuleNode());
    return true;
  },
};

const TRANSFORMERS: Transformer[] = [
  kindShortcut(/^(#{1,3})\s/, (match) => HEADINGS[(match[1]?.length ?? 1) - 1] ?? 'heading3'),
  // Before the bullet: "- [ ]" is a check item too.
  kindShortcut(/^(?:-\s)?\[[ xX]?\]\s/, () => 'check'),
  kindShortcut(/^[-*+]\s/, () => 'bullet'),
  kindShortcut(/^\d{1,3}[.)]\s/, () => 'number'),
  kindShortcut(/^>\s/, () => 'quote'),
  ruleShortcut,
  BOLD_ITALIC_STAR,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
];
