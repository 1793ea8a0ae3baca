import {
  $applyNodeReplacement,
  booleanValue,
  type EditorConfig,
  enumValue,
  type LexicalNode,
  nodeSchema,
  ParagraphNode,
  type RangeSelection,
  withField,
} from 'lexical';
import { BLOCK_KINDS, type BlockKind, isListKind, MAX_INDENT } from '../../../shared/documents/blocks.ts';

/** The page's title is its h1, so headings inside a document begin one below it. */
const TAGS: Record<BlockKind, string> = {
  paragraph: 'p',
  heading1: 'h2',
  heading2: 'h3',
  heading3: 'h4',
  quote: 'blockquote',
  bullet: 'p',
  number: 'p',
  check: 'p',
};

const blockSchema = nodeSchema<BlockNode>()({
  kind: withField(enumValue([...BLOCK_KINDS] as [BlockKind, ...BlockKind[]]), { field: '__kind' }),
  checked: withField(booleanValue(), { field: '__checked' }),
});

/**
 * Every block of words is this one class, and what kind of block it is, is a property.
 *
 * Two people can then change the kind and type in the block at once and lose nothing: a change of
 * class would delete the block and make another, with the other person's words still in the first.
 * Values come from other people's machines, so each getter answers only what it knows.
 */
export class BlockNode extends ParagraphNode {
  __kind: BlockKind = 'paragraph';
  __checked = false;

  override $config() {
    return this.config('block', { extends: ParagraphNode, json: blockSchema });
  }

  getKind(): BlockKind {
    const kind = this.getLatest().__kind;
    return BLOCK_KINDS.includes(kind) ? kind : 'paragraph';
  }

  /** Changes the kind in place; what the new kind cannot have (a tick, an indent) goes back to none. */
  setKind(kind: BlockKind): this {
    const block = this.getWritable();
    block.__kind = kind;
    if (kind !== 'check') block.__checked = false;
    if (!isListKind(kind)) block.__indent = 0;
    return block;
  }

  getChecked(): boolean {
    return this.getKind() === 'check' && this.getLatest().__checked === true;
  }

  setChecked(checked: boolean): this {
    const block = this.getWritable();
    block.__checked = checked && block.getKind() === 'check';
    return block;
  }

  override getIndent(): number {
    const indent = this.getLatest().__indent;
    if (!isListKind(this.getKind()) || !Number.isInteger(indent)) return 0;
    return Math.min(Math.max(indent, 0), MAX_INDENT);
  }

  override setIndent(indent: number): this {
    if (!isListKind(this.getKind())) return this;
    return super.setIndent(Math.min(Math.max(Math.trunc(indent) || 0, 0), MAX_INDENT));
  }

  override canIndent(): boolean {
    return isListKind(this.getKind());
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement(TAGS[this.getKind()]);
    element.classList.add('block');
    this.describe(element);
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement, _config: EditorConfig): boolean {
    if (TAGS[previous.getKindThen()] !== TAGS[this.getKind()]) return true;
    this.describe(element);
    return false;
  }

  /** The kind of this very version of the node, for comparing an older version with a newer one. */
  private getKindThen(): BlockKind {
    return BLOCK_KINDS.includes(this.__kind) ? this.__kind : 'paragraph';
  }

  /** Style sheets draw the marker (which screen readers read out) from these, so no marker is ever in the text. */
  private describe(element: HTMLElement): void {
    const kind = this.getKind();
    element.dataset.kind = kind;
    if (isListKind(kind)) element.dataset.indent = String(this.getIndent());
    else delete element.dataset.indent;
    if (kind === 'check') element.dataset.checked = String(this.getChecked());
    else delete element.dataset.checked;
  }

  /** Enter: see the tests for what each kind does. `null` means that the block changed instead of splitting. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): BlockNode {
    const kind = this.getKind();
    if (kind !== 'paragraph' && !isHeading(kind) && this.isEmpty()) {
      this.stepBack();
      return null as unknown as BlockNode;
    }
    const after = $createBlockNode();
    if (!isHeading(kind)) after.setKind(kind).setIndent(this.getIndent());
    else if (!$atEnd(this, selection)) after.setKind(kind);
    if (isHeading(kind) && $atStart(this, selection)) this.setKind('paragraph');
    after.setTextFormat(selection.format);
    this.insertAfter(after, restoreSelection);
    return after;
  }

  /** One step towards a plain paragraph: out of the list, then no longer a list, quote or heading. `false` when it is one. */
  stepBack(): boolean {
    if (this.getIndent() > 0) this.setIndent(this.getIndent() - 1);
    else if (this.getKind() !== 'paragraph') this.setKind('paragraph');
    else return false;
    return true;
  }

  override collapseAtStart(): boolean {
    return this.stepBack() || super.collapseAtStart();
  }
}

function isHeading(kind: BlockKind): boolean {
  return kind === 'heading1' || kind === 'heading2' || kind === 'heading3';
}

/** Whether the caret stands before everything in the block. */
export function $atStart(block: BlockNode, { anchor }: RangeSelection): boolean {
  const first = block.getFirstDescendant();
  return anchor.offset === 0 && (!first || anchor.key === block.getKey() || anchor.key === first.getKey());
}

function $atEnd(block: BlockNode, { anchor }: RangeSelection): boolean {
  const last = block.getLastDescendant();
  if (!last) return true;
  if (anchor.key === block.getKey()) return anchor.offset === block.getChildrenSize();
  return anchor.key === last.getKey() && anchor.offset === last.getTextContentSize();
}

/** A new empty block of the given kind; a paragraph when none is given. */
export function $createBlockNode(kind: BlockKind = 'paragraph'): BlockNode {
  const block = $applyNodeReplacement(new BlockNode());
  return kind === 'paragraph' ? block : block.setKind(kind);
}

export function $isBlockNode(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode;
}
