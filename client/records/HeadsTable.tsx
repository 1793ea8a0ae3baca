import { useState } from 'react';
import { many, say } from '../../shared/decisions/say.ts';
import { type Head, headCode } from '../../shared/ledger/head.ts';
import { ledgerPageWords } from '../../shared/messages/en/ledgerPage.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { toast } from '../ui/toast.ts';
import { sayUntil } from '../words.ts';

const words = ledgerPageWords.heads;
const AT_FIRST = 5;

export interface HeadsTableProps {
  readonly partnershipId: string;
  /** The newest first. */
  readonly heads: readonly Head[];
}

/** When the chain was signed, how far, and its fingerprint; each can be copied as the line that mails have. */
export function HeadsTable({ partnershipId, heads }: HeadsTableProps) {
  const [all, setAll] = useState(false);
  const shown = all ? heads : heads.slice(0, AT_FIRST);
  if (heads.length === 0)
    return (
      <EmptyState title={words.none}>
        <p>{words.noneHow}</p>
      </EmptyState>
    );
  return (
    <>
      <table className="ledger-heads">
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.upTo}</th>
            <th scope="col">{words.print}</th>
            <th scope="col" className="no-print">
              {words.keep}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((head) => (
            <tr key={head.seq}>
              <th scope="row">
                <time dateTime={new Date(head.at).toISOString()}>{sayUntil(head.at)}</time>
              </th>
              <td data-label={words.upTo}>{head.seq}</td>
              <td className="ledger-print">{head.hash}</td>
              <td className="no-print">
                <Button
                  look="plain"
                  aria-label={say(words.copyNamed, { seq: head.seq })}
                  onClick={() => void copy(headCode(partnershipId, head))}
                >
                  {words.copy}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < heads.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {many(heads.length - shown.length, words.more)}
        </Button>
      )}
    </>
  );
}

async function copy(code: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(code);
    toast(words.copied);
  } catch {
    toast(words.notCopied);
  }
}
