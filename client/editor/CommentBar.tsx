import { t } from '../words.ts';
import { Icon } from './toolbar/Icon.tsx';

export interface CommentBarProps {
  readonly onComment: () => void;
  readonly onHelp: () => void;
}

/** What those have for tools who may comment and not write. Pressing it with a pointer leaves the selection where it is. */
export function CommentBar({ onComment, onHelp }: CommentBarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="comment-bar" role="group" aria-label={t('editor.commentBar.title')}>
      <button
        type="button"
        className="button main"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        <Icon name="comment" /> {t('editor.commentBar.comment')}
      </button>
      <p className="small">{t('editor.commentBar.how')}</p>
      <button type="button" className="button quiet" onClick={onHelp}>
        {t('editor.commentBar.keys')}
      </button>
    </div>
  );
}
