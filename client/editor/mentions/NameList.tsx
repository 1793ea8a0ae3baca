import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { MentionOf } from '../../../shared/comments/mentions.ts';
import { SideShape } from '../../partnerships/SideMark.tsx';
import { t } from '../../words.ts';
import type { Mentionable } from './matching.ts';
import './mentions.css';

export interface NameListProps<M extends MentionOf> {
  /** Its options are `{id}-0`, `{id}-1` and so on, and itself `{id}-list`: the text points at them. */
  readonly id: string;
  readonly options: readonly Mentionable<M>[];
  readonly current: number;
  /** Where it stands over the page; left out, it stands in its place. */
  readonly place?: CSSProperties;
  readonly onChoose: (option: Mentionable<M>) => void;
}

/** The names that fit what stands behind an `@`. The text keeps the focus all the while. */
export function NameList<M extends MentionOf>({ id, options, current, place, onChoose }: NameListProps<M>) {
  const menu = useRef<HTMLDivElement>(null);
  // The list alone is scrolled: were the page to move, the card beside the words would go with them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another option is the chosen one
  useLayoutEffect(() => {
    const option = menu.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (!menu.current || !option) return;
    const { offsetTop: top, offsetHeight: height } = option;
    const { scrollTop, clientHeight } = menu.current;
    if (top < scrollTop) menu.current.scrollTop = top;
    else if (top + height > scrollTop + clientHeight) menu.current.scrollTop = top + height - clientHeight;
  }, [current, options]);
  return (
    <div ref={menu} className={place ? 'mention-menu mention-menu-over' : 'mention-menu'} style={place}>
      <div role="listbox" id={`${id}-list`} aria-label={t('editor.mention.list')} tabIndex={-1}>
        {options.map((option, index) => (
          <div
            key={`${option.mention.kind}:${option.mention.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className="mention-option"
            // The pointer must not take the focus, and with it the caret, out of the text.
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(option);
            }}
          >
            {option.side && <SideShape side={option.side} />}
            <span>{option.name}</span>
            {option.note && <span className="small">{option.note}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Says how many names fit, to those who listen to the page. */
export function NamesOffered({ count }: { readonly count: number }) {
  return (
    <p className="visually-hidden" role="status">
      {count > 0 ? t('editor.mention.offered', { count }) : ''}
    </p>
  );
}
