import { type ReactNode, useState } from 'react';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { reason as reasonRule } from '../../../shared/partnerships/changes.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { toast } from '../../ui/toast.ts';
import { t } from '../../words.ts';
import { useChange } from '../changes.ts';

export type Errors = Readonly<Record<string, string>>;

export interface ChangeDialogProps {
  readonly partnershipId: string;
  readonly title: string;
  readonly onClose: () => void;
  /** What the button says; "Save" if nothing else. */
  readonly verb?: string;
  /** What is said when it is done. */
  readonly done?: string;
  /** What is wrong with what was typed, before anything is sent. */
  readonly check?: () => Errors;
  readonly send: (reason: string) => Promise<PartnershipAnswer>;
  readonly children: (errors: Errors) => ReactNode;
}

/** A change of a partnership, with the reason that it needs. What was typed stays until the change is made. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { partnershipId, title, onClose, check, send, children } = props;
  const { verb = t('running.save'), done = t('running.saved') } = props;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const change = useChange(partnershipId);
  const submit = () => {
    const wrongReason = reasonRule.safeParse(reason).error?.issues[0]?.message;
    const wrong = { ...check?.(), ...(wrongReason && { reason: wrongReason }) };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    change.mutate(() => send(reason), {
      onSuccess: () => {
        toast(done);
        onClose();
      },
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} errors={errors}>
        {change.isError && Object.keys(errors).length === 0 && (
          <ErrorMessage message={refusalOf(change.error).message} keepsWords />
        )}
        {children(errors)}
        <TextField
          label={t('running.reason')}
          hint={t('running.reasonHint')}
          error={errors.reason}
          value={reason}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="button-row">
          <Button type="submit" busy={change.isPending}>
            {verb}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
