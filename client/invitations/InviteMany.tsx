import { useState } from 'react';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { ListPreview } from './ListPreview.tsx';
import { PasteList } from './PasteList.tsx';
import type { CheckedLines } from './queries.ts';

/** Invites many at once: a list is pasted or chosen, looked at line by line, and those that are good are sent. */
export function InviteMany({ partnership }: { readonly partnership: PartnershipAnswer }) {
  const [text, setText] = useState('');
  const [lines, setLines] = useState<CheckedLines>();
  const startAgain = () => {
    setLines(undefined);
    setText('');
  };
  const sent = (count: number, rest: CheckedLines) => {
    toast(t('invitations.sent', { count }));
    if (rest.length > 0) setLines(rest);
    else startAgain();
  };
  return lines === undefined ? (
    <PasteList partnershipId={partnership.id} text={text} onText={setText} onRead={setLines} />
  ) : (
    <ListPreview
      partnership={partnership}
      lines={lines}
      onLines={(left) => (left.length > 0 ? setLines(left) : startAgain())}
      onSent={sent}
      onStartAgain={startAgain}
    />
  );
}
