import { useState } from 'react';
import type { MayAsk } from '../../shared/asking/api.ts';
import type { Rung } from '../../shared/asking/rungs.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { MomentField } from '../decisions/MomentField.tsx';
import { Checks } from '../ui/Checks.tsx';
import { Choices } from '../ui/Choices.tsx';
import { TextField } from '../ui/Field.tsx';
import { Fold } from '../ui/Fold.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { AskingForm } from './AskingForm.tsx';
import { type AskedAbout, askingChanges } from './queries.ts';
import { Whom } from './Whom.tsx';

const words = askingWords.ask;
const WEEK_MS = 7 * 86_400_000;

export interface AskDialogProps {
  readonly about: AskedAbout;
  readonly mayAsk: MayAsk;
  readonly onClose: () => void;
}

/** Asks people: how much say they have, whom, until when, and what they are told. */
export function AskDialog({ about, mayAsk, onClose }: AskDialogProps) {
  const honest = mayAsk.rungs.filter(({ whyNot }) => whyNot === null);
  const others = mayAsk.rungs.filter(({ whyNot }) => whyNot !== null);
  const [requestId] = useState(() => crypto.randomUUID());
  const [rung, setRung] = useState<Rung>(honest.at(-1)?.rung === 'decide' ? 'decide' : 'consult');
  const [whom, setWhom] = useState<{ seatIds: readonly string[]; memberIds: readonly string[] }>({
    seatIds: [],
    memberIds: [],
  });
  const [closesAt, setClosesAt] = useState<number | null>(mayAsk.decidesUntil);
  const [typed, setTyped] = useState({ difference: '', background: '', timeEnough: '', minutes: '' });
  const [stillOpen, setStillOpen] = useState(false);
  const suggested = mayAsk.rungs.find((each) => each.rung === rung)?.minutes ?? 5;
  const views = rung === 'consult' || rung === 'co_design';
  const short = closesAt !== null && closesAt - Date.now() < WEEK_MS;
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  return (
    <AskingForm
      {...{ about, onClose }}
      title={words.title}
      verb={words.send}
      done={words.sent}
      send={() =>
        askingChanges.ask(about, {
          ...{ requestId, rung, stillOpen: views && stillOpen },
          ...{ seatIds: [...whom.seatIds], memberIds: [...whom.memberIds] },
          ...{ closesAt: closesAt ?? 0, difference: typed.difference },
          minutes: typed.minutes === '' ? suggested : Number(typed.minutes),
          background: views ? typed.background : '',
          timeEnough: views && short ? typed.timeEnough : '',
        })
      }
    >
      {(errors) => (
        <>
          <Choices
            legend={words.rung}
            hint={words.rungHint}
            error={errors.rung}
            choices={honest.map((each) => ({
              value: each.rung,
              name: askingWords.rungs[each.rung],
              about: askingWords.means[each.rung],
            }))}
            chosen={rung}
            onChoose={setRung}
          />
          {others.length > 0 && (
            <Fold title={words.whyNot}>
              <dl>
                {others.map((each) => (
                  <div key={each.rung}>
                    <dt>{askingWords.rungs[each.rung]}</dt>
                    <dd>{each.whyNot}</dd>
                  </div>
                ))}
              </dl>
            </Fold>
          )}
          <Whom people={mayAsk.people} rung={rung} chosen={whom} onChange={setWhom} error={errors.whom} />
          <MomentField
            label={words.closesAt}
            error={errors.closesAt}
            value={closesAt}
            onChange={setClosesAt}
          />
          <LinesField
            label={words.difference}
            hint={words.differenceHint}
            error={errors.difference}
            value={typed.difference}
            onChange={set('difference')}
          />
          {views && (
            <>
              <LinesField
                label={words.background}
                hint={words.backgroundHint}
                error={errors.background}
                value={typed.background}
                onChange={set('background')}
              />
              <Checks
                legend={words.fair}
                error={errors.stillOpen}
                options={[{ value: 'open', name: words.stillOpen }]}
                chosen={stillOpen ? ['open'] : []}
                onChange={(chosen) => setStillOpen(chosen.length > 0)}
              />
              {short && (
                <LinesField
                  label={words.timeEnough}
                  error={errors.timeEnough}
                  value={typed.timeEnough}
                  onChange={set('timeEnough')}
                />
              )}
            </>
          )}
          <TextField
            className="asking-minutes"
            type="number"
            inputMode="numeric"
            min={1}
            label={words.minutes}
            hint={words.minutesHint}
            error={errors.minutes}
            value={typed.minutes === '' ? String(suggested) : typed.minutes}
            onChange={set('minutes')}
          />
        </>
      )}
    </AskingForm>
  );
}
