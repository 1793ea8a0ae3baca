import { ThreadComments, type ThreadCommentsProps } from './comments/ThreadComments.tsx';
import { ChangedWords } from './decisions/words/ChangedWords.tsx';

/** The comments of a document, where what is suggested shows its difference as decisions do. */
export function CommentedWords(props: Omit<ThreadCommentsProps, 'Compare'>) {
  return <ThreadComments {...props} Compare={ChangedWords} />;
}
