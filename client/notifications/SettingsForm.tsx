import { useState } from 'react';
import { inboxWords } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { NoticeSettingsAnswer } from '../../shared/notifications/settings.ts';
import { sayZone } from '../../shared/partnerships/timeZone.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Switch } from '../ui/Switch.tsx';
import { toast } from '../ui/toast.ts';
import { minuteOf, timeOf } from './clock.ts';
import { useSaveNoticeSettings } from './queries.ts';

const words = inboxWords.settings;

const NEEDS_ME = ['at_once', 'nothing'] as const;
const REST = ['at_once', 'daily', 'weekly', 'nothing'] as const;

interface SettingsFormProps {
  readonly partnershipId: string;
  readonly chosen: NoticeSettingsAnswer;
}

/** Chooses which mails come, and when. Nothing holds until it is saved. */
export function SettingsForm({ partnershipId, chosen: { settings, timeZone } }: SettingsFormProps) {
  const [needsMe, setNeedsMe] = useState(settings.needsMe);
  const [rest, setRest] = useState(settings.rest);
  const [isQuiet, setQuiet] = useState(settings.quiet !== null);
  const [from, setFrom] = useState(timeOf(settings.quiet?.from ?? 22 * 60));
  const [to, setTo] = useState(timeOf(settings.quiet?.to ?? 7 * 60));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = useSaveNoticeSettings(partnershipId);
  const submit = () => {
    const [begins, ends] = [minuteOf(from), minuteOf(to)];
    const wrong = {
      ...(isQuiet && begins === undefined ? { from: words.time } : {}),
      ...(isQuiet && ends === undefined ? { to: words.time } : {}),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const quiet = isQuiet && begins !== undefined && ends !== undefined ? { from: begins, to: ends } : null;
    save.mutate(
      { needsMe, rest, quiet },
      {
        onSuccess: () => toast(words.saved),
        onError: (failed) => {
          const { quiet: said } = refusalOf(failed).fields ?? {};
          setErrors(said === undefined ? {} : { to: said });
        },
      },
    );
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <Choices
        legend={words.needsMe}
        hint={words.needsMeHint}
        chosen={needsMe}
        onChoose={setNeedsMe}
        choices={NEEDS_ME.map((value) => ({
          value,
          name: words.needsMeWays[value],
          about: words.needsMeAbout[value],
        }))}
      />
      <Choices
        legend={words.rest}
        hint={words.restHint}
        chosen={rest}
        onChoose={setRest}
        choices={REST.map((value) => ({ value, name: words.restWays[value], about: words.restAbout[value] }))}
      />
      <section className="quiet" aria-labelledby="quiet-heading">
        <h2 id="quiet-heading">{words.quiet}</h2>
        <p>{fill(words.quietAbout, { timeZone: sayZone(timeZone) })}</p>
        <Switch label={words.quietOn} on={isQuiet} onChange={setQuiet} />
        {isQuiet && (
          <div className="quiet-hours">
            <TextField
              label={words.from}
              type="time"
              value={from}
              error={errors.from}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              label={words.to}
              type="time"
              value={to}
              error={errors.to}
              onChange={(event) => setTo(event.target.value)}
            />
          </div>
        )}
      </section>
      {save.isError && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(save.error).message} keepsWords />
      )}
      <div className="button-row">
        <Button type="submit" busy={save.isPending}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
