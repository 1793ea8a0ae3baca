import { useEffect, useRef, useState } from 'react';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { t } from '../words.ts';
import { LineCard } from './LineCard.tsx';
import { type CheckedLines, useCheckLines, useInvite } from './queries.ts';

export interface ListPreviewProps {
  readonly partnership: PartnershipAnswer;
  readonly lines: CheckedLines;
  readonly onLines: (lines: CheckedLines) => void;
  readonly onSent: (count: number, rest: CheckedLines) => void;
  readonly onStartAgain: () => void;
}

/** A list before it is sent: every line is ready, or says what is wrong and can be changed. */
export function ListPreview({ partnership, lines, onLines, onSent, onStartAgain }: ListPreviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState<number>();
  const checkLines = useCheckLines(partnership.id);
  const invite = useInvite(partnership.id);
  // One thing at a time: an answer about lines that changed meanwhile would bring back what is gone.
  const busy = checkLines.isPending || invite.isPending;
  const good = lines.filter(({ invitee }) => invitee).length;
  useEffect(() => heading.current?.focus(), []);

  const change = (at: number, line: CheckedLines[number]['line']) =>
    checkLines.mutate(
      lines.map((one, index) => (index === at ? line : one.line)),
      {
        onSuccess: (answer) => {
          onLines(answer.lines);
          if (answer.lines[at]?.invitee) setOpen(undefined);
        },
      },
    );
  const remove = (at: number) => {
    const left = lines.filter((_, index) => index !== at);
    setOpen(undefined);
    heading.current?.focus();
    if (left.length === 0) return onLines([]);
    // The others are looked at again: the one that is gone may have stood in another's way.
    checkLines.mutate(
      left.map(({ line }) => line),
      { onSuccess: (answer) => onLines(answer.lines) },
    );
  };
  const send = () =>
    invite.mutate(
      lines.map(({ line }) => line),
      {
        onSuccess: ({ sent, lines: rest }) => {
          setOpen(undefined);
          heading.current?.focus();
          onSent(sent, rest);
        },
      },
    );
  const failed = invite.error ?? checkLines.error;
  return (
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading" ref={heading} tabIndex={-1}>
        {t('invitations.preview')}
      </h2>
      <p role="status">{t('invitations.previewCount', { good, all: lines.length })}</p>
      <ol className="line-list">
        {lines.map((checked, at) => (
          <LineCard
            // Lines have no names of their own: where one stands is which one it is.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            number={at + 1}
            checked={checked}
            seats={partnership.seats}
            open={open === at}
            busy={busy}
            onOpen={() => setOpen(at)}
            onChange={(line) => change(at, line)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      {failed && <ErrorMessage message={refusalOf(failed).message} keepsWords />}
      <div className="button-row">
        {good > 0 && (
          <Button busy={busy} onClick={send}>
            {t('invitations.sendGood', { count: good })}
          </Button>
        )}
        <Button look="plain" busy={busy} onClick={onStartAgain}>
          {t('invitations.startAgain')}
        </Button>
      </div>
      {good > 0 && good < lines.length && (
        <p className="small lines-left">{t('invitations.restStays', { count: lines.length - good })}</p>
      )}
    </section>
  );
}
