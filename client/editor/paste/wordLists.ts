/** Word writes list items as paragraphs whose style names the list and the level, with the marker typed out. */
export interface WordList {
  readonly ordered: boolean;
  readonly level: number;
}

const MARKER = 'span[style*="mso-list"]';

export function wordListOf(element: Element): WordList | undefined {
  const style = element.getAttribute('style') ?? '';
  const level = /mso-list\s*:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level === undefined) return undefined;
  const marker = markerOf(element)?.textContent?.replace(/\s+/g, '') ?? '';
  return { ordered: /^\(?(\d+|[a-z]{1,4})[.)]/i.test(marker), level: Number(level) - 1 };
}

/** Takes the typed-out marker away, so that it is not read as words. */
export function withoutMarker(element: Element): void {
  markerOf(element)?.remove();
}

function markerOf(element: Element): Element | undefined {
  return [...element.querySelectorAll(MARKER)].find((span) =>
    /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
}
