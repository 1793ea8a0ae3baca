import type { ValuesInUse } from './api.ts';

interface Version {
  readonly version: number;
  readonly decisionId: string | null;
}

interface Kept<V extends Version> {
  readonly retiredAt: number | null;
  /** The oldest first. */
  readonly versions: readonly V[];
}

export interface KeptValue
  extends Kept<Version & { readonly words: string; readonly practice: string; readonly question: string }> {
  readonly id: string;
}

export interface KeptBehaviour
  extends Kept<
    Version & {
      readonly will: string;
      readonly willNot: string;
      readonly seen: string;
      readonly valueIds: readonly string[];
      readonly signedAt: number | null;
    }
  > {
  readonly id: string;
  readonly leader: { readonly memberId: string; readonly name: string };
}

/**
 * The words that count: of each value and behaviour the newest version that a decision adopted. While a partnership
 * has adopted none, its proposed values and signed behaviours stand in, each said to be so.
 */
export function inUse(values: readonly KeptValue[], behaviours: readonly KeptBehaviour[]): ValuesInUse {
  return {
    values: countingOf(values).map(({ kept, counts }) => {
      const { version, words, practice, question, decisionId } = counts;
      return { id: kept.id, version, words, practice, question, adopted: decisionId !== null };
    }),
    behaviours: countingOf(behaviours.map((kept) => ({ ...kept, versions: signedOf(kept.versions) }))).map(
      ({ kept, counts }) => {
        const { version, will, willNot, seen, valueIds, decisionId } = counts;
        const words = { will, willNot, seen, valueIds: [...valueIds] };
        return { id: kept.id, version, leader: kept.leader, ...words, adopted: decisionId !== null };
      },
    ),
  };
}

function countingOf<V extends Version, K extends Kept<V>>(all: readonly (K & Kept<V>)[]) {
  const here = all.filter(({ retiredAt }) => retiredAt === null);
  const counting = (pick: (versions: readonly V[]) => V | undefined) =>
    here.flatMap((kept) => {
      const counts = pick(kept.versions);
      return counts ? [{ kept: kept as K, counts }] : [];
    });
  const adopted = counting(adoptedOf);
  return adopted.length > 0 ? adopted : counting((versions) => versions.at(-1));
}

/** The newest version that a decision adopted. */
export function adoptedOf<V extends Version>(versions: readonly V[]): V | undefined {
  return versions.findLast(({ decisionId }) => decisionId !== null);
}

/** The versions that their leader has signed. */
export function signedOf<V extends { readonly signedAt: number | null }>(versions: readonly V[]): V[] {
  return versions.filter(({ signedAt }) => signedAt !== null);
}
