import { t } from '../words.ts';
import './values.css';

export interface ValueWordsProps {
  readonly words: string;
  readonly practice: string;
  readonly question: string;
  /** Where the heading stands in the page's outline. */
  readonly level?: 3 | 4;
}

/** A value as it is read: its words, what it looks like in practice, and the question to test it by. */
export function ValueWords({ words, practice, question, level = 3 }: ValueWordsProps) {
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="value-words" dir="auto">
        {words}
      </Heading>
      <p className="value-practice" dir="auto">
        <span className="value-label">{t('values.inPractice')}</span> {practice}
      </p>
      {question !== '' && (
        <p className="value-question" dir="auto">
          <span className="value-label">{t('values.ask')}</span> {question}
        </p>
      )}
    </>
  );
}
