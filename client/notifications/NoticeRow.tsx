import { Link } from 'wouter';
import { inboxWords as words } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { ShownNotice } from '../../shared/notifications/api.ts';
import { Button } from '../ui/Button.tsx';
import { sayWhen } from '../words.ts';
import { useRead } from './queries.ts';

interface NoticeRowProps {
  readonly notice: ShownNotice;
  readonly named: boolean;
}

/** One line of the inbox. Opening what it tells of is reading it. */
export function NoticeRow({ notice, named }: NoticeRowProps) {
  const { title, line, href, at, unread, ids, partnership } = notice;
  const read = useRead();
  const said = ids.length > 1 ? fill(words.more, { line, count: ids.length - 1 }) : line;
  return (
    <li className="notice-row" data-unread={unread || undefined}>
      <div>
        <Link className="row-title" href={href} dir="auto" onClick={() => unread && read.mutate([notice])}>
          {title}
        </Link>
        {unread && <span className="notice-new">{words.isNew}</span>}
        <p className="row-facts" dir="auto">
          {said}
        </p>
        <p className="row-facts">
          {named && <span dir="auto">{partnership} · </span>}
          {sayWhen(at, Date.now())}
        </p>
      </div>
      {unread && (
        <Button
          look="quiet"
          busy={read.isPending}
          aria-label={fill(words.readThis, { title })}
          onClick={({ currentTarget }) => {
            // The button goes; the focus stays in its line.
            currentTarget.closest('li')?.querySelector('a')?.focus();
            read.mutate([notice]);
          }}
        >
          {words.read}
        </Button>
      )}
    </li>
  );
}
