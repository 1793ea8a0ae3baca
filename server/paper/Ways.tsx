/** @jsxImportSource hono/jsx */
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Choosing, PaperSheet } from './sheet.ts';

/** What is on the screen around the sheets, and never on paper. */
export function Ways({ sheet }: { sheet: PaperSheet }) {
  const { pack, size, form, choose, copies, links } = sheet;
  const here = `/${pack.kind}s/${pack.id}`;
  const to = (pack: string, large: boolean) => `${here}/paper?pack=${pack}${large ? '&size=large' : ''}`;
  return (
    <nav class="ways" aria-label={words.ways.name}>
      <ul>
        {choose && copies.every((copy) => copy.for === null) && (
          <>
            <li>
              <a href={to(form === 'full' ? 'one-page' : 'full', size === 'large')}>
                {form === 'full' ? words.ways.onePage : words.ways.full}
              </a>
            </li>
            <li>
              <a href={to(form, size !== 'large')}>
                {size === 'large' ? words.ways.usual : words.ways.large}
              </a>
            </li>
          </>
        )}
        {!choose && (
          <li>
            <a href={links}>{words.ways.links}</a>
          </li>
        )}
        <li>
          <a href={here}>{words.ways.back}</a>
        </li>
      </ul>
      <p>{words.ways.print}</p>
      {choose ? (
        choose.people.length > 0 && <ForPeople choose={choose} to={to(form, size === 'large')} />
      ) : (
        <p>
          <b>
            {fill(copies.length === 1 ? words.people.madeOne : words.people.made, { count: copies.length })}
          </b>{' '}
          {words.people.once}
        </p>
      )}
    </nav>
  );
}

function ForPeople({ choose: { people, request }, to }: { choose: Choosing; to: string }) {
  return (
    <details>
      <summary>{words.people.heading}</summary>
      <p>{words.people.about}</p>
      <form method="post" action={to}>
        <input type="hidden" name="request" value={request} />
        <fieldset>
          <legend>{words.people.whom}</legend>
          {people.map(({ memberId, name, seat }) => (
            <label key={memberId} dir="auto">
              <input type="checkbox" name="person" value={memberId} />{' '}
              {seat ? fill(words.people.inSeat, { name, seat: seat.name }) : name}
            </label>
          ))}
        </fieldset>
        <button type="submit">{words.people.make}</button>
      </form>
    </details>
  );
}
