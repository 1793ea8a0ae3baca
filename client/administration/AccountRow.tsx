import { useState } from 'react';
import type { AccountLine } from '../../shared/administration/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Dots } from '../ui/Dots.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Menu } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import { type AccountAct, useAccountAct } from './queries.ts';

const DONE = {
  close: 'administration.wasClosed',
  open: 'administration.wasOpened',
  'end-sign-ins': 'administration.wasSignedOut',
} as const;

/** One account: whose it is, whether it is in use, and what can be done with it. */
export function AccountRow({ account }: { readonly account: AccountLine }) {
  const { id, name, email, isYou, disabledAt, signIns } = account;
  const [closing, setClosing] = useState(false);
  const action = useAccountAct();
  const who = email ?? name ?? t('administration.keptBack');
  const act = (chosen: AccountAct) =>
    action.mutate(
      { accountId: id, act: chosen },
      {
        onSuccess: () => {
          setClosing(false);
          toast(t(DONE[chosen], { who }));
        },
      },
    );
  const entries = [
    ...(signIns > 0 ? [{ words: t('administration.endSignIns'), act: () => act('end-sign-ins') }] : []),
    ...(disabledAt !== null ? [{ words: t('administration.open'), act: () => act('open') }] : []),
    ...(disabledAt === null && !isYou
      ? [{ words: t('administration.close'), act: () => setClosing(true) }]
      : []),
  ];
  return (
    <li className="row">
      <div className="row-words">
        <b dir="auto">{who}</b>
        {isYou && <span className="here-mark">{t('administration.you')}</span>}
        <p className="row-facts">{factsOf(account).join(' · ')}</p>
        {action.isError && !closing && <ErrorMessage message={refusalOf(action.error).message} />}
      </div>
      {entries.length > 0 && (
        <Menu label={t('administration.more_about', { who })} button={<Dots />} entries={entries} />
      )}
      {closing && (
        <Dialog title={t('administration.close')} onClose={() => setClosing(false)}>
          <p>{t('administration.closeHow', { who })}</p>
          {action.isError && <ErrorMessage message={refusalOf(action.error).message} />}
          <div className="button-row">
            <Button busy={action.isPending} onClick={() => act('close')}>
              {t('administration.close')}
            </Button>
            <Button look="plain" onClick={() => setClosing(false)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </li>
  );
}

function factsOf({ name, email, isExample, partnerships, lastSignInAt, disabledAt }: AccountLine): string[] {
  const now = Date.now();
  return [
    ...(email === null
      ? []
      : [name === null ? t('administration.keptBack') : name || t('administration.noName')]),
    ...(isExample ? [t('administration.example')] : []),
    t('administration.partnerships', { count: partnerships }),
    disabledAt !== null
      ? t('administration.closed', { when: sayWhen(disabledAt, now) })
      : lastSignInAt === null
        ? t('administration.notSignedIn')
        : t('administration.signedIn', { when: sayWhen(lastSignInAt, now) }),
  ];
}
