/** Who in one's partnerships may see a part of one's profile, from fewest to most. */
export const VISIBLE_TO = ['nobody', 'facilitators', 'members'] as const;
export type VisibleTo = (typeof VISIBLE_TO)[number];
