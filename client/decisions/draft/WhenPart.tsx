import { DAY, HOUR } from '../../../shared/decisions/moments.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayUntil } from '../../words.ts';
import { MomentField } from '../MomentField.tsx';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { Rows } from './Rows.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

/** When it closes, what follows and by when, when it is looked at again, and what must be so first. */
export function WhenPart(props: DraftPartProps) {
  return (
    <>
      <ClosesField {...props} />
      <ReviewField {...props} />
      <ConditionsField {...props} />
    </>
  );
}

const sayMaybe = (at: number | null) => (at === null ? '' : sayUntil(at));

function ClosesField({ decision, problems }: DraftPartProps) {
  const { rule } = decision.terms;
  const field = useDraftField(decision, {
    field: 'closesAt',
    kept: decision.terms.closesAt ?? null,
    send: (value, basedOn) => patchField(decision.id, 'closesAt', value, basedOn),
  });
  const hint = rule ? say(words.closesAtHint, { days: rule.rounds.days }) : words.closesAtNone;
  return (
    <Kept id="closesAt" field={field} describe={sayMaybe}>
      <MomentField
        label={words.closesAt}
        hint={hint}
        error={problems.closesAt}
        value={field.value}
        onChange={field.change}
      />
      {rule && (
        <Button look="plain" onClick={() => field.change(inDays(decision.now, rule.rounds.days))}>
          {say(words.useRule, { days: rule.rounds.days })}
        </Button>
      )}
      {rule && field.value !== null && <Following {...{ rule }} closesAt={field.value} now={decision.now} />}
    </Kept>
  );
}

/** So many days from now, at five in the afternoon where the reader is. */
function inDays(now: number, days: number): number {
  const date = new Date(now + days * DAY);
  date.setHours(17, 0, 0, 0);
  return date.getTime();
}

interface FollowingProps {
  readonly rule: Rule;
  readonly closesAt: number;
  readonly now: number;
}

/** What the rule makes of that closing, round by round, at the latest. */
function Following({ rule: { rounds }, closesAt, now }: FollowingProps) {
  const fixed = closesAt - rounds.freezeHours * HOUR;
  const later = Array.from({ length: Math.max(0, rounds.most - 1) }, (_, index) => {
    const opens = closesAt + (index + 1) * rounds.gapDays * DAY + index * rounds.days * DAY;
    return { number: index + 2, opens, closes: opens + rounds.days * DAY };
  });
  const ends = later.at(-1)?.closes;
  return (
    <div className="draft-following">
      <h4>{words.timeline}</h4>
      <ul>
        {rounds.freezeHours > 0 && (
          <li>
            {fixed <= now
              ? say(words.tooSoon, { hours: rounds.freezeHours })
              : say(words.timelineFreeze, { when: sayUntil(fixed) })}
          </li>
        )}
        {later.map(({ number, opens, closes }) => (
          <li key={number}>
            {say(words.timelineNext, { number, when: sayUntil(opens), closes: sayUntil(closes) })}
          </li>
        ))}
        <li>
          {ends === undefined ? words.timelineNow : say(words.timelineLadder, { when: sayUntil(ends) })}
        </li>
      </ul>
    </div>
  );
}

function ReviewField({ decision, problems }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'reviewAt',
    kept: decision.terms.reviewAt ?? null,
    send: (value, basedOn) => patchField(decision.id, 'reviewAt', value, basedOn),
  });
  return (
    <Kept id="reviewAt" field={field} describe={sayMaybe}>
      <MomentField
        label={words.reviewAt}
        hint={words.reviewAtHint}
        error={problems.reviewAt}
        value={field.value}
        onChange={field.change}
      />
    </Kept>
  );
}

function ConditionsField({ decision, problems }: DraftPartProps) {
  const field = useDraftField(decision, {
    field: 'conditions',
    kept: decision.terms.conditions ?? [],
    ready: (rows) => rows.every(({ text }) => text.trim() !== ''),
    send: (rows, basedOn) => patchField(decision.id, 'conditions', rows.length > 0 ? rows : null, basedOn),
  });
  return (
    <Kept id="conditions" field={field} describe={(rows) => rows.map(({ text }) => text).join('\n')}>
      <Rows
        label={words.conditions}
        hint={words.conditionsHint}
        error={problems.conditions}
        add={words.conditionsAdd}
        rows={field.value}
        onChange={(rows) => field.change([...rows])}
        empty={() => ({ id: `condition-${crypto.randomUUID().slice(0, 8)}`, text: '' })}
        nameOf={({ text }) => text}
      >
        {(row, change, number) => (
          <TextField
            label={say(words.rowNumber, { label: words.condition, number })}
            value={row.text}
            autoComplete="off"
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Rows>
    </Kept>
  );
}
