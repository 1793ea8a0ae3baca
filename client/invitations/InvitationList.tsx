import type { InvitationLine } from '../../shared/invitations/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import { placeWords } from './placeWords.ts';
import { useInvitationAct, useInvitations } from './queries.ts';

/** Who is invited, and what became of it: first those who have not answered, then, folded away, the others. */
export function InvitationList({ partnershipId }: { readonly partnershipId: string }) {
  const invitations = useInvitations(partnershipId);
  const found = invitations.data?.filter(({ state }) => state !== 'replaced');
  const waiting = found?.filter(({ state }) => state === 'open' || state === 'expired') ?? [];
  const over = found?.filter(({ state }) => state !== 'open' && state !== 'expired') ?? [];
  return (
    <section aria-labelledby="invitations-heading">
      <h2 id="invitations-heading">{t('invitations.listHeading')}</h2>
      {invitations.isPending && <Loading what={t('invitations.loadingList')} />}
      {invitations.isError && (
        <ErrorMessage
          message={refusalOf(invitations.error).message}
          onRetry={() => void invitations.refetch()}
        />
      )}
      {found && waiting.length === 0 && (
        <EmptyState title={t(over.length > 0 ? 'invitations.noneWaiting' : 'invitations.none')}>
          <p>{t('invitations.noneHow')}</p>
        </EmptyState>
      )}
      <Lines partnershipId={partnershipId} lines={waiting} />
      {over.length > 0 && (
        <details className="invitations-over">
          <summary>{t('invitations.over', { count: over.length })}</summary>
          <Lines partnershipId={partnershipId} lines={over} />
        </details>
      )}
    </section>
  );
}

interface LinesProps {
  readonly partnershipId: string;
  readonly lines: readonly InvitationLine[];
}

function Lines({ partnershipId, lines }: LinesProps) {
  return (
    <ul className="rows">
      {lines.map((line) => (
        <Line key={line.id} partnershipId={partnershipId} line={line} />
      ))}
    </ul>
  );
}

function Line({ partnershipId, line }: { readonly partnershipId: string; readonly line: InvitationLine }) {
  const act = useInvitationAct(partnershipId);
  const { id, name, email, seat, state } = line;
  const who = name || email || t('invitations.nameless');
  const again = () =>
    act.mutate({ id, act: 'again' }, { onSuccess: () => toast(t('invitations.againDone', { who })) });
  const revoke = () =>
    act.mutate(
      { id, act: 'revoke' },
      { onSuccess: () => toast(t('invitations.revoked', { who }), { takesFocus: true }) },
    );
  return (
    <li className="invitation-line">
      <div>
        <p className="row-title" dir="auto">
          {who}
        </p>
        <p className="row-facts">
          {name && <span>{email}</span>}
          <span>{placeWords(line, seat ? [seat] : [])}</span>
          <span data-state={state}>{stateWords(line)}</span>
        </p>
        {act.isError && <ErrorMessage message={refusalOf(act.error).message} />}
      </div>
      {state !== 'accepted' && (
        <div className="line-acts">
          <Button
            look="plain"
            busy={act.isPending}
            aria-label={t('invitations.againOf', { who })}
            onClick={again}
          >
            {t('invitations.again')}
          </Button>
          {(state === 'open' || state === 'expired') && (
            <Button
              look="quiet"
              busy={act.isPending}
              aria-label={t('invitations.revokeOf', { who })}
              onClick={revoke}
            >
              {t('invitations.revoke')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function stateWords({ state, expiresAt, endedAt }: InvitationLine): string {
  const said = t(`invitations.states.${state}`);
  const now = Date.now();
  if (state === 'open') return `${said}, ${t('invitations.until', { when: sayWhen(expiresAt, now) })}`;
  return `${said} ${sayWhen(endedAt ?? expiresAt, now)}`;
}
