import { z } from 'zod';

/** What a person does in a partnership besides, or instead of, holding a seat. */
export const ROLES = [
  'facilitator',
  'recorder',
  'leader',
  'ratifier',
  'safeguarding_lead',
  'records_officer',
  'elected_member',
  'observer',
  'administrator',
] as const;

export const role = /* @__PURE__ */ z.enum(ROLES);
export type Role = z.infer<typeof role>;
