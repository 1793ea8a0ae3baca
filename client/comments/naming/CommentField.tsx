import { useRef } from 'react';
import { LONGEST_COMMENT } from '../../../shared/comments/comment.ts';
import { NameList, NamesOffered } from '../../editor/mentions/NameList.tsx';
import { WordsField } from '../compose/WordsField.tsx';
import { t } from '../words.ts';
import { useNaming } from './useNaming.ts';

export interface CommentFieldProps {
  readonly label: string;
  readonly error: string | undefined;
  /** The comment, with its mentions as they are kept. */
  readonly words: string;
  readonly autoFocus?: boolean;
  readonly onType: (words: string) => void;
}

/** What somebody writes in a comment. After an `@`, those whom they can name are offered. */
export function CommentField({ label, error, words, autoFocus = false, onType }: CommentFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const naming = useNaming(field, words, onType);
  const { id, typed, offers, current, choose, begin } = naming;
  return (
    <>
      <WordsField
        ref={field}
        {...{ label, error, autoFocus }}
        words={typed}
        // A mention is kept longer than the name that stands for it.
        most={Math.max(typed.length, LONGEST_COMMENT - (words.length - typed.length))}
        onType={naming.type}
        fieldProps={naming.fieldProps}
      />
      <NamesOffered count={offers.length} />
      {offers.length > 0 && <NameList {...{ id, current }} options={offers} onChoose={choose} />}
      {naming.mayName && (words !== '' || autoFocus) && offers.length === 0 && (
        <button type="button" className="thread-link" onClick={begin}>
          {t('threads.naming.begin')}
        </button>
      )}
    </>
  );
}
