import { Link } from 'wouter';
import { inboxWords as words } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { OwnPartnership } from '../../shared/partnerships/api.ts';

/** The way to how I am told, in each of my partnerships. */
export function OwnSettings({ partnerships }: { readonly partnerships: readonly OwnPartnership[] }) {
  if (partnerships.length === 0) return null;
  return (
    <section>
      <h2>{words.howTold}</h2>
      <p>{words.howToldAbout}</p>
      <ul className="rows">
        {partnerships.map(({ id, name }) => (
          <li key={id}>
            <Link className="row-title" href={`/partnerships/${id}/my-notices`}>
              {fill(words.settingsFor, { partnership: name })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
