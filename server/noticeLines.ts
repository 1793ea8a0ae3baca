import { askingNoticeLines } from './asking/noticeLines.ts';
import { commentNoticeLines } from './comments/noticeLines.ts';
import { decisionNoticeLines } from './decisions/noticeLines.ts';
import { decisionSeen } from './decisions/seen.ts';
import { noteNoticeLines } from './notes/noticeLines.ts';
import type { NoticeLines } from './notifications/lines.ts';

/** How every kind of notice is put into words: each feature has those that it tells of. */
export const noticeLines: NoticeLines = {
  ...decisionNoticeLines,
  ...askingNoticeLines,
  ...noteNoticeLines,
  ...commentNoticeLines(decisionSeen),
};
