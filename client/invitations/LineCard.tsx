import { useEffect, useRef, useState } from 'react';
import type { InviteLine } from '../../shared/invitations/lines.ts';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { Button } from '../ui/Button.tsx';
import { FieldError } from '../ui/FieldError.tsx';
import { Form } from '../ui/Form.tsx';
import { t } from '../words.ts';
import { LineFields } from './LineFields.tsx';
import { placeWords } from './placeWords.ts';
import type { CheckedLines } from './queries.ts';

export interface LineCardProps {
  readonly number: number;
  readonly checked: CheckedLines[number];
  readonly seats: PartnershipAnswer['seats'];
  /** Whether its fields are shown. */
  readonly open: boolean;
  /** While the list is looked at or sent, nothing in it changes. */
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onChange: (line: InviteLine) => void;
  readonly onRemove: () => void;
}

/** One line of a list: ready, with what it means; or what is wrong with it, and the fields to put it right. */
export function LineCard(props: LineCardProps) {
  const { number, checked, open, busy, onOpen, onRemove } = props;
  const { line, invitee, problems, remark } = checked;
  const who = line.name || line.email || t('invitations.lineNumber', { number });
  const edit = useEditButton(open);
  return (
    <li className="line-card" data-good={invitee !== undefined}>
      <p className="line-state">
        <LineSign good={invitee !== undefined} />
        {t(invitee ? 'invitations.good' : 'invitations.bad')}
      </p>
      <div className="line-words">
        <b dir="auto">{who}</b>
        {line.name && <span className="line-address">{line.email}</span>}
        {invitee && <span>{placeWords(invitee, props.seats)}</span>}
        {remark && <span className="line-remark">{remark}</span>}
        {!open &&
          Object.entries(problems).map(([part, message]) => (
            <FieldError key={part} id={`line-${number}-${part}`}>
              {message}
            </FieldError>
          ))}
      </div>
      {open ? (
        <OpenLine {...props} />
      ) : (
        <div className="line-acts">
          <Button
            ref={edit}
            look="plain"
            busy={busy}
            aria-label={t('invitations.editLine', { who })}
            onClick={onOpen}
          >
            {t('invitations.edit')}
          </Button>
          <Button
            look="quiet"
            busy={busy}
            aria-label={t('invitations.removeLine', { who })}
            onClick={onRemove}
          >
            {t('invitations.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}

function OpenLine({ checked, seats, busy, onChange, onRemove }: LineCardProps) {
  const [line, setLine] = useState(checked.line);
  const [errors, setErrors] = useState(checked.problems);
  if (errors !== checked.problems) setErrors(checked.problems);
  return (
    <Form className="line-form" onSubmit={() => onChange(line)} errors={errors}>
      <LineFields line={line} onChange={setLine} problems={errors} seats={seats} />
      <div className="button-row">
        <Button type="submit" busy={busy}>
          {t('invitations.lineDone')}
        </Button>
        <Button look="quiet" busy={busy} onClick={onRemove}>
          {t('invitations.remove')}
        </Button>
      </div>
    </Form>
  );
}

/** When a line's fields close, the focus that was in them comes to the button that opened them. */
function useEditButton(open: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return button;
}

function LineSign({ good }: { readonly good: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={good ? 'M2.5 8.5 6.2 12.2 13.5 4' : 'M8 1 15.5 14.5H.5ZM8 6v4M8 12v.6'}
        fill="none"
        stroke="currentColor"
        strokeWidth={good ? 2.2 : 1.6}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
