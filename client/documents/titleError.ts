import { documentTitle } from '../../shared/documents/titles.ts';

/** What is wrong with a title, if anything: what the server would say, sooner. */
export function titleError(title: string): string | undefined {
  return documentTitle.safeParse(title).error?.issues[0]?.message;
}
