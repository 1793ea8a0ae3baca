import type { NoticeSettings } from './settings.ts';

/** What holds for everyone until they say otherwise. */
export const DEFAULT_SETTINGS: NoticeSettings = { needsMe: 'at_once', rest: 'daily', quiet: null };
