/** What somebody types and has not sent: kept on this device, under the document and the thread that it is for. */
export interface Draft {
  readonly words: string;
  /** The same for each try, so that what was sent twice is there once. */
  readonly requestId: string;
}

const PREFIX = 'trialogue.comment.';

/** The draft that is kept under this name; undefined when there is none, or none can be read. */
export function keptDraft(name: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return isDraft(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was typed so far; nothing but blanks is not worth keeping. A device that is full keeps nothing. */
export function keepDraft(name: string, draft: Draft): void {
  try {
    if (draft.words.trim() === '') localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(draft));
  } catch {
    // What is typed is still on the page.
  }
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(PREFIX + name);
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { words, requestId } = kept as Partial<Record<keyof Draft, unknown>>;
  return typeof words === 'string' && typeof requestId === 'string';
}
