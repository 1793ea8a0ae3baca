import type { OwnSignIn } from '../../shared/people/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { toast } from '../ui/toast.ts';
import { sayWhen, t } from '../words.ts';
import { useEndOtherSignIns, useEndSignIn, useSignIns } from './queries.ts';

/** The browsers where I am signed in, each with the way to end it. */
export function SignInsSection() {
  const found = useSignIns();
  const endOne = useEndSignIn();
  const endOthers = useEndOtherSignIns();
  const failed = endOne.error ?? endOthers.error;
  const end = ({ id, browser }: OwnSignIn) =>
    endOne.mutate(id, { onSuccess: () => toast(t('people.me.ended', { browser }), { takesFocus: true }) });
  return (
    <section aria-labelledby="sign-ins">
      <h2 id="sign-ins">{t('people.me.signIns')}</h2>
      {found.isPending && <Loading what={t('people.me.loading')} />}
      {found.isError && (
        <ErrorMessage message={refusalOf(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {failed && <ErrorMessage message={refusalOf(failed).message} />}
      {found.data && (
        <>
          <p>
            {found.data.email ? t('people.me.mailsTo', { email: found.data.email }) : t('people.me.noMail')}
          </p>
          {found.data.signIns.length > 1 && <p>{t('people.me.signInsAbout')}</p>}
          <ul className="rows">
            {found.data.signIns.map((one) => (
              <SignInRow key={one.id} signIn={one} onEnd={() => end(one)} />
            ))}
          </ul>
          {found.data.signIns.length > 1 && (
            <div className="button-row">
              <Button
                look="plain"
                busy={endOthers.isPending}
                onClick={() =>
                  endOthers.mutate(undefined, {
                    onSuccess: () => toast(t('people.me.othersEnded'), { takesFocus: true }),
                  })
                }
              >
                {t('people.me.endOthers')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function SignInRow({ signIn, onEnd }: { readonly signIn: OwnSignIn; readonly onEnd: () => void }) {
  const { browser, method, startedAt, current } = signIn;
  const when = sayWhen(startedAt, Date.now());
  return (
    <li className="row">
      <div className="row-words">
        <b>{browser || t('people.me.someBrowser')}</b>
        {current && <span className="here-mark">{t('people.me.here')}</span>}
        <p className="row-facts">
          {t('people.me.since', { when })} · {t(`people.me.methods.${method}`)}
        </p>
      </div>
      {!current && (
        <Button look="plain" aria-label={t('people.me.endOne', { browser, when })} onClick={onEnd}>
          {t('people.me.end')}
        </Button>
      )}
    </li>
  );
}
