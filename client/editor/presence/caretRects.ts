import type { BindingV2 } from '@lexical/yjs';
import type { LexicalEditor } from 'lexical';
import type { Side } from '../../../shared/partnerships/sides.ts';
import { $placeOfCaret } from '../binding/caret.ts';
import type { PeerCaret } from './people.ts';

/** Where to draw a caret, in pixels from the corner of the sheet that holds the text. */
export interface DrawnCaret {
  readonly client: number;
  readonly personId: string;
  readonly name: string;
  readonly side: Side | null;
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** Near the right edge a name has no room: it lies to the left of its caret. */
  readonly nearEdge: boolean;
}

export interface DrawnCarets {
  readonly carets: readonly DrawnCaret[];
  /** What each side has selected, for painting under the words. */
  readonly selections: readonly { readonly side: Side | null; readonly range: Range }[];
}

/** About as wide as a long name is drawn. */
const NAME_WIDTH = 150;

/** Works out where the carets are now. A caret whose words are gone is left out. */
export function drawCarets(
  editor: LexicalEditor,
  binding: BindingV2,
  sheet: HTMLElement,
  peers: readonly PeerCaret[],
): DrawnCarets {
  const corner = sheet.getBoundingClientRect();
  const carets: DrawnCaret[] = [];
  const selections: { side: Side | null; range: Range }[] = [];
  editor.read(() => {
    for (const { client, personId, name, side, anchor, focus } of peers) {
      const place = $placeOfCaret(binding, { anchor, focus });
      const at = place && pointIn(editor, place.focusKey, place.focusOffset);
      const box = at && caretBox(at);
      if (!place || !at || !box) continue;
      carets.push({
        client,
        personId,
        name,
        side,
        left: Math.round(box.left - corner.left),
        top: Math.round(box.top - corner.top),
        height: Math.round(box.height),
        nearEdge: corner.right - box.left < NAME_WIDTH,
      });
      const from = pointIn(editor, place.anchorKey, place.anchorOffset);
      const range = from && rangeBetween(from, at);
      if (range) selections.push({ side, range });
    }
  });
  return { carets, selections };
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

function pointIn(editor: LexicalEditor, key: string, offset: number): Point | null {
  const element = editor.getElementByKey(key);
  if (!element) return null;
  let node: Node = element;
  while (node.firstChild && node.nodeType !== Node.TEXT_NODE && isWrapping(node)) node = node.firstChild;
  const length = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').length : node.childNodes.length;
  return { node, offset: Math.min(offset, length) };
}

/** Lexical wraps words in spans and strongs; blocks hold several children and are pointed into directly. */
function isWrapping(node: Node): boolean {
  return node instanceof HTMLElement && node.dataset.kind === undefined && !node.matches('table, tr, td, th');
}

function caretBox({ node, offset }: Point): DOMRect | null {
  const range = document.createRange();
  range.setStart(node, offset);
  const boxes = range.getClientRects();
  const box = boxes[boxes.length - 1];
  if (box && box.height > 0) return box;
  // An empty block has no words to measure: the caret stands where its first word will.
  const block = node instanceof HTMLElement ? node : node.parentElement;
  const child = node.childNodes[offset] ?? node.childNodes[offset - 1];
  const around = child instanceof HTMLElement && child.tagName !== 'BR' ? child : block;
  if (!around) return null;
  const { left, top } = around.getBoundingClientRect();
  const { lineHeight, paddingLeft } = getComputedStyle(around);
  return new DOMRect(left + Number.parseFloat(paddingLeft), top, 0, Number.parseFloat(lineHeight) || 24);
}

function rangeBetween(one: Point, other: Point): Range | null {
  const range = document.createRange();
  range.setStart(one.node, one.offset);
  range.setEnd(other.node, other.offset);
  // A range that runs backwards collapses onto its end when it is set.
  if (!range.collapsed) return range;
  range.setStart(other.node, other.offset);
  range.setEnd(one.node, one.offset);
  return range.collapsed ? null : range;
}
