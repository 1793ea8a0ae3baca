import type { Look } from './look.ts';

/** The words of one decision on the page. */
export interface Painted {
  readonly id: string;
  readonly look: Look;
  readonly ranges: readonly Range[];
}

/** Where its bar and its button stand, in pixels from the top of the sheet. */
export interface DrawnMark {
  readonly id: string;
  readonly look: Look;
  readonly top: number;
  readonly height: number;
  readonly tagTop: number;
}

const LOOKS: readonly Look[] = ['agreed', 'changed', 'deciding', 'differs'];

/** Tints the words by the browser's own highlights, which are no part of the text; where it has none, the bars must do. */
export function paintMarks(painted: readonly Painted[]): void {
  if (!('highlights' in CSS)) return;
  for (const look of LOOKS) {
    const ranges = painted.filter((one) => one.look === look).flatMap((one) => one.ranges);
    if (ranges.length > 0) CSS.highlights.set(`bound-${look}`, new Highlight(...ranges));
    else CSS.highlights.delete(`bound-${look}`);
  }
}

/** As high as a button is, and a little room. */
const TAG_HEIGHT = 48;

/** Measures where the words are now. Buttons that would lie over each other stand one below the other. */
export function drawMarks(sheet: HTMLElement, painted: readonly Painted[]): DrawnMark[] {
  const corner = sheet.getBoundingClientRect().top;
  const measured = painted.flatMap(({ id, look, ranges }) => {
    const boxes = ranges.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0);
    if (boxes.length === 0) return [];
    const top = Math.round(Math.min(...boxes.map((box) => box.top)) - corner);
    const bottom = Math.round(Math.max(...boxes.map((box) => box.bottom)) - corner);
    return [{ id, look, top, height: bottom - top }];
  });
  let free = 0;
  return measured
    .sort((one, other) => one.top - other.top)
    .map((mark) => {
      const tagTop = Math.max(mark.top, free);
      free = tagTop + TAG_HEIGHT;
      return { ...mark, tagTop };
    });
}
