import { Link } from 'wouter';
import type { Stretch } from '../../../shared/documents/layout.ts';
import type { EditorParts } from '../../editor/passages/EditorParts.ts';
import { showWords } from '../../editor/passages/showWords.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { sayWhen, t } from '../../words.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import { ChangedWords } from '../words/ChangedWords.tsx';
import { BoundText } from './BoundText.tsx';
import { type BoundNow, lookOf, SIGNS, sentence, stateWords, undecided } from './look.ts';

export interface BoundCardProps {
  readonly each: BoundNow;
  readonly parts: EditorParts;
  /** Puts the words as they are now to a decision; absent where nobody may. */
  readonly onPut: ((stretch: Stretch) => void) | undefined;
  readonly onClose: () => void;
}

/** One decision and its words: what was agreed, what the document says now, and what can be done about it. */
export function BoundCard({ each, parts, onPut, onClose }: BoundCardProps) {
  const { bound, now } = each;
  const look = lookOf(each);
  const when = t(`passages.when.${undecided(bound) ?? 'agreed'}`, { when: sayWhen(bound.at, Date.now()) });
  const stretch = 'stretch' in now ? now.stretch : null;
  return (
    <Dialog title={t('passages.number', { number: bound.number })} onClose={onClose}>
      <div className="bound-card">
        <p className="bound-card-question">{bound.question || t('passages.noQuestion')}</p>
        <p className="bound-card-state" data-look={look}>
          <span className="bound-sign" aria-hidden="true">
            {SIGNS[look]}
          </span>
          <b>{stateWords(each)}</b>
          <span>{when}</span>
          {bound.restricted && <span>{t('passages.restricted')}</span>}
        </p>
        <p>{sentence(each)}</p>
        {now.state === 'changed' && (
          <BoundText>
            <ChangedWords before={bound.words} after={now.blocks} />
          </BoundText>
        )}
        {(now.state === 'gone' || now.state === 'cannot_tell') && (
          <BoundText>
            <BlockWords blocks={bound.words} />
          </BoundText>
        )}
        <div className="button-row">
          <Link className="button main" href={`/decisions/${bound.decisionId}`}>
            {t('passages.open', { number: bound.number })}
          </Link>
          {look === 'changed' && stretch && onPut && (
            <Button look="plain" onClick={() => onPut(stretch)}>
              {t('passages.putAgain')}
            </Button>
          )}
          {stretch && (
            <Button
              look="plain"
              onClick={() => {
                onClose();
                showWords(parts, stretch);
              }}
            >
              {t('passages.show')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('passages.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
