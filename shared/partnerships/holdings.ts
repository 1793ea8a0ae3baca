/** How someone is in a seat: the one who holds it, or one of those who may stand in. */
export const HOLDING_KINDS = ['holder', 'substitute'] as const;
