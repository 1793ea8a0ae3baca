import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { SideMark, SideShape } from '../../partnerships/SideMark.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { t } from '../../words.ts';
import type { Following } from './following.ts';
import type { PersonHere } from './people.ts';

export interface PeopleHereProps {
  readonly people: readonly PersonHere[];
  readonly following: Following;
  readonly onFollow: (personId: string) => void;
  /** What else can be set about the others; shown under the list. */
  readonly children?: ReactNode;
}

/** How many people are shown as chips before the rest becomes a number. */
const MOST_CHIPS = 4;

/** Who has the document open: a few chips, and the whole list behind one button, where one may follow someone. */
export function PeopleHere({ people, following, onFollow, children }: PeopleHereProps) {
  const others = people.filter((person) => !person.isMe);
  if (others.length === 0) return <p className="editor-alone">{t('editor.here.onlyYou')}</p>;
  const chips = others.slice(0, MOST_CHIPS);
  const more = others.length - chips.length;
  return (
    <DialogTrigger>
      <Button className="editor-people">
        {chips.map((person) => (
          <span
            key={person.id}
            className="editor-chip"
            data-side={person.side ?? 'none'}
            data-followed={following?.personId === person.id || undefined}
          >
            {person.side && <SideShape side={person.side} />}
            <span className="editor-chip-name">{person.name}</span>
          </span>
        ))}
        <span className="editor-chip-count">{t('editor.here.others', { count: others.length })}</span>
        {more > 0 && <span className="editor-chip-more">{t('editor.here.more', { count: more })}</span>}
        <VisuallyHidden>{t('editor.here.all', { count: others.length })}</VisuallyHidden>
      </Button>
      <Popover className="tool-popover" placement="bottom end">
        <Dialog className="editor-people-list" aria-label={t('editor.here.title')}>
          <ul>
            {people.map((person) => (
              <Person key={person.id} person={person} following={following} onFollow={onFollow} />
            ))}
          </ul>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface PersonProps {
  readonly person: PersonHere;
  readonly following: Following;
  readonly onFollow: (personId: string) => void;
}

function Person({ person, following, onFollow }: PersonProps) {
  const { id, name, seat, side, isMe, client } = person;
  const words = isMe ? t('editor.here.you', { name }) : name;
  const followed = following?.personId === id;
  return (
    <li>
      <span className="editor-person">
        {side ? <SideMark side={side}>{words}</SideMark> : words}
        {seat && <span className="small">{seat}</span>}
      </span>
      {!isMe && (
        <Button
          className="button quiet editor-follow"
          aria-label={t(followed ? 'editor.here.stopFollowing' : 'editor.here.follow', { name })}
          isDisabled={!followed && client === null}
          onPress={() => onFollow(id)}
        >
          {t(followed ? 'editor.here.stop' : 'editor.here.followShort')}
        </Button>
      )}
    </li>
  );
}
