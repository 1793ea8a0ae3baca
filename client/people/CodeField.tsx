import { TextField } from '../ui/Field.tsx';
import { t } from '../words.ts';
import { useSignInWays } from './queries.ts';

interface CodeFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Where the six digits from a mail are typed. */
export function CodeField({ onChange, ...rest }: CodeFieldProps) {
  return (
    <TextField
      {...rest}
      className="code-field"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** In example mode, where mails stay here: the way to them. */
export function ReadOutbox() {
  const ways = useSignInWays().data;
  return (
    ways?.openOutbox && (
      <p>
        <a href="/outbox" target="_blank" rel="noreferrer">
          {t('people.signIn.readOutbox')}
        </a>
      </p>
    )
  );
}
