import type { Db } from '../../db/open.ts';
import type { Remark } from '../../shared/asking/answered.ts';
import type { About } from './subject.ts';

/** Who has commented on it, and when. */
export function remarksAbout(_orm: Db['orm'], _about: About): Remark[] {
  return [];
}
