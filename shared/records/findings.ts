/** What was looked at. */
export type Check = 'form' | 'chain' | 'words' | 'texts' | 'heads' | 'seal' | 'kept' | 'counts';

/** One thing that was found out. `note`: nothing is wrong, and there is something to know. */
export interface Finding {
  readonly check: Check;
  readonly weight: 'holds' | 'note' | 'broken';
  /** The line that it is about. */
  readonly seq: number | null;
  readonly says: string;
}

export function finding(
  check: Check,
  weight: Finding['weight'],
  says: string,
  seq: number | null = null,
): Finding {
  return { check, weight, seq, says };
}
