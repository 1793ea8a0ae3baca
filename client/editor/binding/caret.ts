import { $getAnchorAndFocusForUserState, type BindingV2, type Provider, type UserState } from '@lexical/yjs';
import { $getNodeByKey, $getSelection, $isElementNode, $isRangeSelection, type PointType } from 'lexical';
import { createRelativePositionFromJSON, type RelativePosition, relativePositionToJSON } from 'yjs';

/** A selection as places in the shared document, safe to send: each end stays with its words as others type. */
export interface Caret {
  readonly anchor: unknown;
  readonly focus: unknown;
}

/** The same selection as places in this editor: node keys and offsets. */
export interface CaretPlace {
  readonly anchorKey: string;
  readonly anchorOffset: number;
  readonly focusKey: string;
  readonly focusOffset: number;
}

const NOBODY: UserState = {
  anchorPos: null,
  focusPos: null,
  name: '',
  color: '',
  focusing: false,
  awarenessData: {},
};

interface CaretKeeper extends Provider {
  /** Replaces both ends of the person's own caret by what `where` answers for them. */
  follow(where: (position: RelativePosition) => RelativePosition | null): void;
}

/**
 * The binding needs an awareness to keep the person's own caret in place while others type. This one is
 * private to the page, so that hiding one's presence changes nothing about one's own caret.
 */
export function privateAwareness(onCaret: (caret: Caret | null) => void): CaretKeeper {
  let mine = NOBODY;
  const awareness = {
    getLocalState: () => mine,
    getStates: () => new Map<number, UserState>(),
    setLocalState(next: UserState) {
      mine = next;
      onCaret(caretOf(next));
    },
    setLocalStateField() {},
    on() {},
    off() {},
  };
  return {
    ...({ awareness, connect() {}, disconnect() {}, on() {}, off() {} } as unknown as Provider),
    follow(where) {
      const { anchorPos, focusPos } = mine;
      mine = { ...mine, anchorPos: anchorPos && where(anchorPos), focusPos: focusPos && where(focusPos) };
    },
  };
}

function caretOf({ anchorPos, focusPos }: UserState): Caret | null {
  if (!anchorPos || !focusPos) return null;
  return { anchor: relativePositionToJSON(anchorPos), focus: relativePositionToJSON(focusPos) };
}

/**
 * Where `caret` is in this editor now, or `null` when its words are gone or it makes no sense (it came from
 * someone else's machine). Call it inside `editor.read`.
 */
export function $placeOfCaret(binding: BindingV2, caret: Caret): CaretPlace | null {
  try {
    const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, {
      ...NOBODY,
      anchorPos: createRelativePositionFromJSON(caret.anchor),
      focusPos: createRelativePositionFromJSON(caret.focus),
    });
    return anchorKey === null || focusKey === null
      ? null
      : { anchorKey, anchorOffset, focusKey, focusOffset };
  } catch {
    return null;
  }
}

/** Other people's deletions can leave the caret behind the end of its words: puts it at their end. Call it inside `editor.update`. */
export function $keepCaretInside(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    const size = $sizeAt(point);
    if (point.offset > size) point.set(point.key, size, point.type);
  }
}

export function $caretIsInside(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return true;
  return [selection.anchor, selection.focus].every((point) => point.offset <= $sizeAt(point));
}

function $sizeAt(point: PointType): number {
  const node = $getNodeByKey(point.key);
  if ($isElementNode(node)) return node.getChildrenSize();
  return node ? node.getTextContentSize() : Number.POSITIVE_INFINITY;
}
