/** Whose access may just have changed. Given after the commit, so that a recheck reads the new truth. */
export type AccessChange =
  | { readonly kind: 'document'; readonly documentId: string }
  | { readonly kind: 'partnership'; readonly partnershipId: string }
  | { readonly kind: 'account'; readonly accountId: string };

/** Tells open connections to look again at what their people may do. */
export class AccessChanges {
  readonly #listeners = new Set<(change: AccessChange) => void>();

  tell(change: AccessChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls `listener` at every change until the returned function is called. */
  listen(listener: (change: AccessChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
