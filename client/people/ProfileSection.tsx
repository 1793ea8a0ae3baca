import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { t } from '../words.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { useProfile } from './queries.ts';

/** What I say of myself. `chosenName` is whether I go by a chosen name somewhere. */
export function ProfileSection({ chosenName }: { readonly chosenName: boolean }) {
  const profile = useProfile();
  return (
    <section>
      <h2>{t('profile.heading')}</h2>
      <p>{t('profile.about')}</p>
      {chosenName && <p className="notice">{t('profile.chosenNameNote')}</p>}
      {profile.isPending && <Loading what={t('profile.loading')} />}
      {profile.isError && (
        <ErrorMessage message={refusalOf(profile.error).message} onRetry={() => void profile.refetch()} />
      )}
      {profile.data && <ProfileForm said={profile.data} />}
    </section>
  );
}
