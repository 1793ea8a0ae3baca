import { useEffect, useRef, useState } from 'react';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { Fieldset } from '../../ui/Fieldset.tsx';
import { leftOut, moved } from './ordering.ts';

const words = answerWords.ranking;

export interface RankingFieldProps {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly unranked: 'below' | 'ignored' | undefined;
  readonly order: readonly string[];
  readonly onOrder: (order: string[]) => void;
  readonly error: string | undefined;
}

/**
 * Options in order of liking, by buttons: each works by keyboard and by finger alike, keeps the focus where it was, and
 * says what it did. Nothing has to be dragged.
 */
export function RankingField({ options, unranked, order, onOrder, error }: RankingFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<string>();
  useEffect(() => {
    if (focus === undefined) return;
    field.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus)}"]`)?.focus();
    setFocus(undefined);
  }, [focus]);
  const name = (option: string) => options.find((each) => each.id === option)?.name ?? option;
  const known = order.filter((option) => options.some((each) => each.id === option));
  const rest = leftOut(
    options.map((each) => each.id),
    known,
  );
  const act = (next: string[], sentence: string, option: string, then: string) => {
    onOrder(next);
    setSaid(say(sentence, { option: name(option), place: next.indexOf(option) + 1 }));
    setFocus(then);
  };
  return (
    <Fieldset
      className="ranking"
      legend={words.legend}
      hint={unranked ? `${words.hint} ${words[unranked]}` : words.hint}
      error={error}
    >
      {() => (
        <div ref={field}>
          <p className="ranking-title">{words.order}</p>
          {known.length === 0 && <p className="small">{words.nothing}</p>}
          <ol className="ranking-order">
            {known.map((option, index) => (
              <li key={option}>
                <span className="ranking-name" dir="auto">
                  <b>{index + 1}.</b> {name(option)}
                </span>
                <Move
                  focus={`up ${option}`}
                  label={say(words.up, { option: name(option) })}
                  stopped={index === 0}
                  path="M8 13V3M3.5 7.5 8 3l4.5 4.5"
                  onPress={() => act(moved(known, option, -1), words.moved, option, `up ${option}`)}
                />
                <Move
                  focus={`down ${option}`}
                  label={say(words.down, { option: name(option) })}
                  stopped={index === known.length - 1}
                  path="M8 3v10M3.5 8.5 8 13l4.5-4.5"
                  onPress={() => act(moved(known, option, 1), words.moved, option, `down ${option}`)}
                />
                <Move
                  focus={`remove ${option}`}
                  label={say(words.remove, { option: name(option) })}
                  stopped={false}
                  path="m3.5 3.5 9 9m0-9-9 9"
                  onPress={() =>
                    act(
                      known.filter((each) => each !== option),
                      words.removed,
                      option,
                      `add ${option}`,
                    )
                  }
                />
              </li>
            ))}
          </ol>
          <p className="ranking-title">{words.out}</p>
          {rest.length === 0 && <p className="small">{words.all}</p>}
          <ul className="ranking-out">
            {rest.map((option) => (
              <li key={option}>
                <span className="ranking-name" dir="auto">
                  {name(option)}
                </span>
                <button
                  type="button"
                  className="button plain"
                  data-focus={`add ${option}`}
                  aria-label={say(words.add, { option: name(option), place: known.length + 1 })}
                  onClick={() => act([...known, option], words.added, option, `up ${option}`)}
                >
                  {words.addShort}
                </button>
              </li>
            ))}
          </ul>
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </div>
      )}
    </Fieldset>
  );
}

interface MoveProps {
  readonly focus: string;
  readonly label: string;
  /** At the end of the list it stays, with the focus that it may have, and does nothing. */
  readonly stopped: boolean;
  readonly path: string;
  readonly onPress: () => void;
}

function Move({ focus, label, stopped, path, onPress }: MoveProps) {
  return (
    <button
      type="button"
      className="icon-button"
      data-focus={focus}
      aria-label={label}
      aria-disabled={stopped || undefined}
      onClick={() => !stopped && onPress()}
    >
      <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
