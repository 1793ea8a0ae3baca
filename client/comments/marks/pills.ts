/** Where the words of a thread begin, in pixels from the top of the sheet. */
export interface Anchor {
  readonly id: string;
  readonly top: number;
}

/** One mark in the margin, for one thread or for several whose words stand so close that their marks would lie over each other. */
export interface Pill {
  readonly ids: readonly string[];
  readonly top: number;
  /** How high it may be before the next one. */
  readonly room: number;
}

/** As high as a button is. */
export const PILL_HEIGHT = 44;
const GAP = 6;
/** So far below the beginning of its words it still stands beside them. */
const MOST_BELOW = 24;

/**
 * Puts a mark beside the words of each thread, never far from them: those that have no room of their own share one.
 * Nothing is put where a card is open.
 */
export function pillsOf(
  anchors: readonly Anchor[],
  open?: { readonly top: number; readonly bottom: number },
): Pill[] {
  const pills: { ids: string[]; top: number }[] = [];
  for (const { id, top } of [...anchors].sort((one, other) => one.top - other.top)) {
    if (open && top + PILL_HEIGHT > open.top && top < open.bottom) continue;
    const last = pills.at(-1);
    const free = last ? last.top + PILL_HEIGHT : 0;
    if (last && top + MOST_BELOW < free) last.ids.push(id);
    else pills.push({ ids: [id], top: Math.max(top, free) });
  }
  return pills.map((pill, index) => {
    const next = Math.min(
      pills[index + 1]?.top ?? Number.POSITIVE_INFINITY,
      open && open.top > pill.top ? open.top : Number.POSITIVE_INFINITY,
    );
    return { ...pill, room: next - pill.top - GAP };
  });
}
