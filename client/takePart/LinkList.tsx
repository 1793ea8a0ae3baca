import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import type { LinkLine } from '../../shared/takePart/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { sayUntil } from '../words.ts';
import { useLinks, useTakeBack } from './queries.ts';

/** The links that were made, each with its state, and a way to take it back. */
export function LinkList({ partnershipId }: { readonly partnershipId: string }) {
  const links = useLinks(partnershipId);
  const [asked, setAsked] = useState<LinkLine>();
  const takeBack = useTakeBack(partnershipId);
  return (
    <section aria-labelledby="links-so-far" className="no-print">
      <h2 id="links-so-far">{words.list}</h2>
      {links.isError && <ErrorMessage message={refusalOf(links.error).message} />}
      {links.data?.length === 0 && <p>{words.none}</p>}
      <ul className="links-list">
        {links.data?.map((link) => (
          <li key={link.id} className="record-card">
            <p dir="auto">
              <b>{whose(link)}</b>: {link.about.title} ({allows(link)})
            </p>
            <p className="small">
              {stateOf(link)}. {link.byMail && `${words.byMail} `}
              {link.usedAt === null ? words.unused : say(words.used, { when: sayUntil(link.usedAt) })}
            </p>
            {link.state === 'works' && (
              <Button
                look="quiet"
                aria-label={say(words.revokeFor, { person: link.person })}
                onClick={() => setAsked(link)}
              >
                {words.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog title={say(words.revokeFor, { person: asked.person })} onClose={() => setAsked(undefined)}>
          <p>{words.revokeAbout}</p>
          <div className="button-row">
            <Button
              busy={takeBack.isPending}
              onClick={() => takeBack.mutate(asked.id, { onSuccess: () => setAsked(undefined) })}
            >
              {words.revoke}
            </Button>
            <Button look="quiet" onClick={() => setAsked(undefined)}>
              {words.keep}
            </Button>
          </div>
          {takeBack.isError && <ErrorMessage message={refusalOf(takeBack.error).message} />}
        </Dialog>
      )}
    </section>
  );
}

function whose({ person, seat }: LinkLine): string {
  return seat === null ? person : say(words.inSeat, { person, seat });
}

function allows({ comment, answer }: LinkLine): string {
  if (answer) return words.mayAnswer;
  return comment ? words.mayComment : words.mayRead;
}

function stateOf({ state, expiresAt }: LinkLine): string {
  switch (state) {
    case 'works':
      return say(words.until, { when: sayUntil(expiresAt) });
    case 'ended':
      return say(words.ended, { when: sayUntil(expiresAt) });
    case 'taken_back':
      return words.takenBack;
  }
}
