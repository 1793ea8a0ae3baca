import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { LeftBehind } from '../../shared/departures/api.ts';
import { Button } from '../ui/Button.tsx';
import { t } from '../words.ts';

export interface LeftBehindListProps {
  readonly partnershipId: string;
  readonly leaves: readonly LeftBehind[];
  readonly isYou: boolean;
}

/** What someone leaves behind, each thing with the way to it. */
export function LeftBehindList({ partnershipId, leaves, isYou }: LeftBehindListProps) {
  return (
    <ul className="left-behind">
      {leaves.map((one) => (
        <li key={keyOf(one)}>{sayLeft(one, partnershipId, isYou)}</li>
      ))}
    </ul>
  );
}

function keyOf(one: LeftBehind): string {
  switch (one.kind) {
    case 'seat':
      return `seat ${one.seatId}`;
    case 'role':
      return `role ${one.role}`;
    case 'document':
    case 'lines':
      return `${one.kind} ${one.documentId}`;
    case 'decision':
      return `decision ${one.decisionId}`;
    case 'hidden_documents':
    case 'invitations':
      return one.kind;
  }
}

function sayLeft(one: LeftBehind, partnershipId: string, isYou: boolean): ReactNode {
  switch (one.kind) {
    case 'seat':
      return t('departures.kinds.seat', { seat: one.name });
    case 'role':
      return t('departures.kinds.role', { role: t(`partnerships.roles.${one.role}`) });
    case 'document':
      return (
        <>
          {t('departures.kinds.document', { title: one.title })} {t('departures.kinds.documentHow')}{' '}
          <Link href={`/documents/${one.documentId}/rights`}>{t('departures.rights')}</Link>
        </>
      );
    case 'decision':
      return (
        <>
          <Link href={`/decisions/${one.decisionId}`} dir="auto">
            {t('departures.kinds.decision', { number: one.number, question: one.question })}
          </Link>{' '}
          {one.seats.map((seat) => t('departures.kinds.decisionSeat', { seat })).join(' ')}{' '}
          {one.decides ? t('departures.kinds.decisionDecides') : ''}
        </>
      );
    case 'hidden_documents':
      return t('departures.kinds.hidden_documents', { count: one.count });
    case 'invitations':
      return (
        <>
          {t('departures.kinds.invitations', { count: one.count })}{' '}
          <Link href={`/partnerships/${partnershipId}/invite`}>{t('running.invite')}</Link>
        </>
      );
    case 'lines': {
      const gaps = { title: one.title, count: one.places.length };
      return (
        <>
          <Link href={`/documents/${one.documentId}`} dir="auto">
            {isYou ? t('departures.kinds.linesYou', gaps) : t('departures.kinds.lines', gaps)}
          </Link>
          <Places places={one.places} />
        </>
      );
    }
  }
}

const FIRST_PLACES = 5;

function Places({ places }: Pick<Extract<LeftBehind, { kind: 'lines' }>, 'places'>) {
  const [all, setAll] = useState(false);
  const shown = all ? places : places.slice(0, FIRST_PLACES);
  const more = places.length - shown.length;
  return (
    <>
      <ul className="places">
        {shown.map(({ under, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two places may say the same, and the list never changes
          <li key={at} dir="auto">
            {under.length > 0 && <span className="held-by">{under.join(' › ')}</span>}
            {words}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('departures.morePlaces', { count: more })}
        </Button>
      )}
    </>
  );
}
