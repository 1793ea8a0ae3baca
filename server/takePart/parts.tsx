/** @jsxImportSource hono/jsx */
import { notesWords } from '../../shared/messages/en/notes.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { LinkAccess } from './access.ts';
import { at, type Look, moment } from './linkPage.tsx';

/** For whom one acts here: it stands at the top of every page. */
export function ForWhom({ access, answers }: { readonly access: LinkAccess; readonly answers: boolean }) {
  const { seat, member } = access;
  const gaps = { seat: seat?.name ?? '', name: member.name };
  return (
    <p class="for-whom" data-side={seat?.side} dir="auto">
      <b>{seat ? fill(answers ? words.acting : words.speaking, gaps) : fill(words.asYourself, gaps)}</b>{' '}
      {words.forYou}
    </p>
  );
}

export function Foot({ access, look }: { readonly access: LinkAccess; readonly look: Look }) {
  return (
    <footer>
      <p>
        <a href={at({ ...look, large: !look.large })}>{look.large ? words.foot.usual : words.foot.large}</a>
      </p>
      <p>
        <a href={at(look, '/private-note')}>{notesWords.byLink.link}</a>
      </p>
      <p>{fill(words.foot.ends, { when: moment(access.link.expiresAt, access.timeZone) })}</p>
    </footer>
  );
}
