import { useState } from 'react';
import type { LineProblems } from '../../shared/invitations/checkLines.ts';
import { EMPTY_LINE } from '../../shared/invitations/lines.ts';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { LineFields } from './LineFields.tsx';
import { useInvite } from './queries.ts';

/** Invites one person. */
export function InviteOne({ partnership }: { readonly partnership: PartnershipAnswer }) {
  const [line, setLine] = useState(EMPTY_LINE);
  const [problems, setProblems] = useState<LineProblems>({});
  const invite = useInvite(partnership.id);
  const submit = () =>
    invite.mutate([line], {
      onSuccess: ({ sent, lines: [rest] }) => {
        setProblems(rest?.problems ?? {});
        if (rest) return;
        setLine(EMPTY_LINE);
        toast(t('invitations.sent', { count: sent }));
      },
    });
  return (
    <Form onSubmit={submit} errors={problems} className="invite-one">
      <LineFields line={line} onChange={setLine} problems={problems} seats={partnership.seats} />
      {invite.isError && <ErrorMessage message={refusalOf(invite.error).message} keepsWords />}
      <Button type="submit" busy={invite.isPending}>
        {t('invitations.send')}
      </Button>
    </Form>
  );
}
