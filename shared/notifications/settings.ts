/** What needs an answer of one's own: at once, or never by mail (it is in the app in any case). */
export const NEEDS_ME = ['at_once', 'nothing'] as const;
/** Everything else. */
export const REST = ['at_once', 'daily', 'weekly', 'nothing'] as const;
