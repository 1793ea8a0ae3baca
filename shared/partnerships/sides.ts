import { z } from 'zod';

/** The four sides of a partnership. They are equals: keep them in this order wherever they are listed. */
export const SIDES = [
  'commissioner',
  'contracted_provider',
  'community_provider',
  'people_who_use_services',
] as const;

export const side = /* @__PURE__ */ z.enum(SIDES);
export type Side = z.infer<typeof side>;
