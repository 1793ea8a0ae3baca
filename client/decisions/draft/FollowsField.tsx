import { say } from '../../../shared/decisions/say.ts';
import { draftWords as words } from '../../../shared/messages/en/draft.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { useRegister } from '../queries.ts';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

/** The decision that this one takes up again: one that was withdrawn, or whose words have changed since. */
export function FollowsField({ decision, problems }: DraftPartProps) {
  const ended =
    useRegister(decision.partnershipId, 'ended').data?.pages.flatMap((page) => page.decisions) ?? [];
  const linked =
    decision.follows && !ended.some(({ id }) => id === decision.follows?.id) ? [decision.follows] : [];
  const options = [...ended, ...linked].map(({ id, number, question }) => ({
    value: id,
    name: say(words.followsOne, { number, question }),
  }));
  const field = useDraftField(decision, {
    field: 'follows',
    kept: decision.terms.follows ?? '',
    send: (value, basedOn) => patchField(decision.id, 'follows', value || null, basedOn),
  });
  if (options.length === 0) return null;
  return (
    <Kept
      id="follows"
      field={field}
      describe={(value) => options.find((option) => option.value === value)?.name ?? words.followsNone}
    >
      <SelectField
        label={words.follows}
        hint={words.followsHint}
        error={problems.follows}
        value={field.value}
        onChange={field.change}
        options={[{ value: '', name: words.followsNone }, ...options]}
      />
    </Kept>
  );
}
