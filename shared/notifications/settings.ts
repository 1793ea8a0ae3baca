import { z } from 'zod';
import { notificationsWords as words } from '../messages/en/notifications.ts';

/** What needs an answer of one's own: at once, or never by mail (it is in the app in any case). */
export const NEEDS_ME = ['at_once', 'nothing'] as const;
/** Everything else. */
export const REST = ['at_once', 'daily', 'weekly', 'nothing'] as const;

const minuteOfDay = z.int().min(0).max(1439);

/** How someone wants to be told, in one partnership. */
export const noticeSettingsShape = z.strictObject({
  needsMe: z.enum(NEEDS_ME),
  rest: z.enum(REST),
  /** Minutes after midnight by the partnership's clock. No mail comes from then until then. */
  quiet: z
    .strictObject({ from: minuteOfDay, to: minuteOfDay })
    .refine(({ from, to }) => from !== to, { error: words.quietEmpty })
    .nullable(),
});
export type NoticeSettings = z.infer<typeof noticeSettingsShape>;

export const noticeSettingsAnswer = z.object({
  settings: noticeSettingsShape,
  /** By which clock days and quiet hours go. */
  timeZone: z.string(),
  /** Mails to this person's address came back, and are held until it changes. */
  held: z.boolean(),
});
export type NoticeSettingsAnswer = z.infer<typeof noticeSettingsAnswer>;
