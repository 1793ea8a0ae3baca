/**
 * Following somebody: the page goes where they write, until the follower does anything of their own.
 * A union and one pure step, so that "who moved the page?" has one answer.
 */
export type Following = { readonly personId: string } | null;

export type FollowEvent =
  | { readonly type: 'follow'; readonly personId: string }
  | { readonly type: 'stop' }
  /** The follower typed, scrolled, clicked in the text or moved their caret. */
  | { readonly type: 'own_act' }
  /** Someone is no longer here. */
  | { readonly type: 'left'; readonly personIds: readonly string[] };

export function nextFollowing(following: Following, event: FollowEvent): Following {
  switch (event.type) {
    case 'follow':
      return following?.personId === event.personId ? null : { personId: event.personId };
    case 'stop':
    case 'own_act':
      return null;
    case 'left':
      return following && event.personIds.includes(following.personId) ? null : following;
  }
}
