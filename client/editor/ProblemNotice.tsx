import { t } from '../words.ts';
import type { EditorProblem } from './binding/bindEditor.ts';

export interface ProblemNoticeProps {
  readonly problem: EditorProblem;
  readonly readingHref: string;
}

/** Says what went wrong in the text, that nothing is lost, and where it can still be read. */
export function ProblemNotice({ problem, readingHref }: ProblemNoticeProps) {
  return (
    <div className="sync-notice" role="alert">
      <p>
        {t(`editor.problem.${problem.kind}`)}{' '}
        {problem.kind === 'unreadable' && <a href={readingHref}>{t('editor.problem.reading')}</a>}
      </p>
    </div>
  );
}
