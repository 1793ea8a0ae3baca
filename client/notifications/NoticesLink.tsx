import { Link } from 'wouter';
import { inboxWords as words } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import { useNotices } from './queries.ts';
import './notifications.css';

/** The way to what is for me, with how much of it is new. It asks for no attention while nothing is. */
export function NoticesLink() {
  const unread = useNotices().data?.unread ?? 0;
  return (
    <Link className="notices-link" href="/notices">
      {words.link}
      {unread > 0 && <span className="notices-count">{fill(words.unread, { count: unread })}</span>}
    </Link>
  );
}
