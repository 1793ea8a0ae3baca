import { t } from '../words.ts';

const LONGEST = 120;

/** What is wrong with a title, if anything: the same that the server would say, sooner. */
export function titleError(title: string): string | undefined {
  const length = title.trim().length;
  if (length === 0) return t('documents.titleMissing');
  return length > LONGEST ? t('documents.titleTooLong') : undefined;
}
