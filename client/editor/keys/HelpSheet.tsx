import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { t } from '../../words.ts';
import { isMac, keyNames, SHORTCUTS, TYPED, TYPED_AROUND } from './shortcuts.ts';

/** Every key and every typed shortcut, as this machine names them. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const [mac] = useState(isMac);
  return (
    <Dialog title={t('editor.keys.title')} onClose={onClose}>
      <p>{t('editor.keys.leave')}</p>
      <div className="keys">
        <KeyTable
          heading={t('editor.keys.pressed')}
          rows={SHORTCUTS.map((shortcut) => ({ keys: keyNames(shortcut, mac), id: shortcut.id }))}
        />
        <KeyTable
          heading={t('editor.keys.typed')}
          rows={TYPED.map(({ typed, becomes }) => ({ keys: [typed.trim()], id: becomes }))}
        />
        <KeyTable
          heading={t('editor.keys.typedAround')}
          rows={TYPED_AROUND.map(({ typed, becomes }) => ({ keys: [typed], id: becomes }))}
        />
      </div>
      <p className="link-buttons">
        <Button onClick={onClose}>{t('editor.keys.close')}</Button>
      </p>
    </Dialog>
  );
}

type Listed = (typeof SHORTCUTS)[number]['id'] | (typeof TYPED)[number]['becomes'];

interface KeyTableProps {
  readonly heading: string;
  readonly rows: readonly { readonly keys: readonly string[]; readonly id: Listed }[];
}

function KeyTable({ heading, rows }: KeyTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t('editor.keys.what')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ keys, id }) => (
          <tr key={`${keys.join('+')}${id}`}>
            <td>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </td>
            <td>{t(`editor.keys.${id}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
