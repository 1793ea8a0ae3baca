/**
 * What applying one update may cost Yjs, in units of about ten nanoseconds. Whoever foresees work spends
 * from it, and stops as soon as it is `over`, so that foreseeing never costs more than the bound itself.
 */
export class Effort {
  #left: number;

  constructor(units: number) {
    this.#left = units;
  }

  spend(units: number): void {
    this.#left -= units;
  }

  get over(): boolean {
    return this.#left < 0;
  }

  get left(): number {
    return this.#left;
  }
}

/** What Yjs does again and again, in those units; measured, and rounded up. */
export const COST = {
  /** Looking at one item while it seeks an item's place among others at the same spot. */
  placing: 30,
  /** Finding out beside which item that one was put. */
  lookup: 60,
  /** Going from one item to the next. */
  step: 0.5,
  /** The same in a stretch of a text where nothing is left, which Yjs goes over for each run deleted there. */
  gap: 1,
  /** Going back by one from the newest value under a name to the oldest, which Yjs does twice. */
  older: 4,
  /** Cutting an item in two, apart from making room for the second half. */
  split: 200,
  /** Moving one slot of an array. */
  slot: 0.2,
  /** Copying one value of a list. */
  value: 2.5,
  /** Copying one attribute of formatted text. */
  attribute: 12,
  /** Deleting a type, apart from what stands in it. */
  type: 400,
} as const;
