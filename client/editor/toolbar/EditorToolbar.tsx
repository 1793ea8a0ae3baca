import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { Separator } from 'react-aria-components/Separator';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { UndoManager } from 'yjs';
import { BLOCK_KINDS, type BlockKind } from '../../../shared/documents/blocks.ts';
import { t } from '../../words.ts';
import type { EditorBinding } from '../binding/bindEditor.ts';
import { $indentBy, $insertRule, $insertTable, $selectedBlocks, $toggleKind } from '../changes.ts';
import { isMac, keyNames, SHORTCUTS, type ShortcutId } from '../keys/shortcuts.ts';
import { $selectionState, NOTHING_SELECTED } from '../selectionState.ts';
import { $changeTable, TABLE_CHANGES, type TableChange } from '../tables.ts';
import { useEditorValue } from '../useEditorValue.ts';
import { Icon } from './Icon.tsx';
import { ToolButton } from './ToolButton.tsx';
import { ToolMenu } from './ToolMenu.tsx';

export interface EditorToolbarProps {
  readonly editor: LexicalEditor;
  readonly binding: EditorBinding;
  readonly onLink: () => void;
  readonly onHelp: () => void;
  /** Puts the selected words to a decision; absent where nobody may. */
  readonly onPut: (() => void) | undefined;
  /** Begins a comment on the selected words; absent where nobody may. */
  readonly onComment: (() => void) | undefined;
}

const LISTS = ['bullet', 'number', 'check'] as const;

/** The writing tools: one stop for Tab, arrow keys inside. */
export function EditorToolbar({ editor, binding, onLink, onHelp, onPut, onComment }: EditorToolbarProps) {
  const { kind, marks, link, inTable, inList } = useEditorValue(editor, $selectionState, NOTHING_SELECTED);
  const { canUndo, canRedo } = useUndo(binding.undoManager);
  const [mac] = useState(isMac);
  const keys = (id: ShortcutId) => {
    const shortcut = SHORTCUTS.find((one) => one.id === id);
    return shortcut && keyNames(shortcut, mac);
  };
  const change = ($work: () => void) => {
    editor.update($work);
    editor.focus();
  };
  const changeTable = (id: string) => {
    change(() => (id === 'insert' ? $insertTable(3, 3) : $changeTable(id as TableChange)));
  };
  const kinds = BLOCK_KINDS.map((id) => ({ id, words: t(`editor.kind.${id}`), keys: keys(id) }));
  const tableItems = [
    { id: 'insert', words: t('editor.table.insert'), disabled: inTable },
    ...TABLE_CHANGES.map((id) => ({ id, words: t(`editor.table.${id}`), disabled: !inTable })),
  ];
  return (
    <Toolbar className="editor-tools" aria-label={t('editor.toolbar')}>
      <ToolButton
        icon="undo"
        label={t('editor.undo')}
        keys={keys('undo')}
        disabled={!canUndo}
        onPress={binding.undo}
      />
      <ToolButton
        icon="redo"
        label={t('editor.redo')}
        keys={keys('redo')}
        disabled={!canRedo}
        wide
        onPress={binding.redo}
      />
      <Separator orientation="vertical" className="tool-gap" />
      <ToolMenu
        className="tool-kind"
        label={t('editor.kind.label')}
        button={t(`editor.kind.${kind ?? 'paragraph'}`)}
        items={kinds}
        chosen={kind === 'mixed' ? null : kind}
        onChoose={(id) => change(() => $setKind(id as BlockKind))}
      />
      <Separator orientation="vertical" className="tool-gap" />
      {(['bold', 'italic', 'underline'] as const).map((mark) => (
        <ToolButton
          key={mark}
          icon={mark}
          label={t(`editor.mark.${mark}`)}
          keys={keys(mark)}
          pressed={marks.includes(mark)}
          wide={mark === 'underline'}
          onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark)}
        />
      ))}
      <ToolButton
        icon="link"
        label={t('editor.link.button')}
        keys={keys('link')}
        pressed={link !== null}
        onPress={onLink}
      />
      <Separator orientation="vertical" className="tool-gap" />
      {LISTS.map((list) => (
        <ToolButton
          key={list}
          icon={list}
          label={t(`editor.kind.${list}`)}
          keys={keys(list)}
          pressed={kind === list}
          wide={list !== 'bullet'}
          onPress={() => change(() => $toggleKind(list))}
        />
      ))}
      {inList && (
        <>
          <ToolButton
            icon="outdent"
            label={t('editor.outdent')}
            keys={keys('outdent')}
            wide
            onPress={() => change(() => void $indentBy(-1))}
          />
          <ToolButton
            icon="indent"
            label={t('editor.indent')}
            keys={keys('indent')}
            wide
            onPress={() => change(() => void $indentBy(1))}
          />
        </>
      )}
      <ToolButton
        icon="quote"
        label={t('editor.kind.quote')}
        keys={keys('quote')}
        pressed={kind === 'quote'}
        wide
        onPress={() => change(() => $toggleKind('quote'))}
      />
      <ToolMenu
        className="tool-wide"
        label={t('editor.table.button')}
        button={<Icon name="table" />}
        items={tableItems}
        onChoose={changeTable}
      />
      <ToolButton icon="rule" label={t('editor.rule')} wide onPress={() => change($insertRule)} />
      {onComment && (
        <ToolButton icon="comment" label={t('editor.comment')} keys={keys('comment')} onPress={onComment} />
      )}
      {onPut && (
        <ToolButton icon="decide" label={t('editor.putWords')} keys={keys('putWords')} wide onPress={onPut} />
      )}
      <ToolButton icon="help" label={t('editor.help')} keys={keys('help')} wide onPress={onHelp} />
      <ToolMenu
        className="tool-narrow"
        label={t('editor.more')}
        button={<Icon name="more" />}
        items={[
          ...(onPut ? [{ id: 'putWords', words: t('editor.putWords') }] : []),
          { id: 'redo', words: t('editor.redo'), disabled: !canRedo },
          { id: 'underline', words: t('editor.mark.underline') },
          ...(inList
            ? [
                { id: 'indent', words: t('editor.indent') },
                { id: 'outdent', words: t('editor.outdent') },
              ]
            : []),
          { id: 'rule', words: t('editor.rule') },
          ...(inTable ? tableItems.slice(1) : tableItems.slice(0, 1)),
          { id: 'help', words: t('editor.help') },
        ]}
        onChoose={(id) => {
          if (id === 'redo') binding.redo();
          else if (id === 'putWords') onPut?.();
          else if (id === 'underline') editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline');
          else if (id === 'indent' || id === 'outdent')
            change(() => void $indentBy(id === 'indent' ? 1 : -1));
          else if (id === 'rule') change($insertRule);
          else if (id === 'help') onHelp();
          else changeTable(id);
        }}
      />
    </Toolbar>
  );
}

function $setKind(kind: BlockKind): void {
  for (const block of $selectedBlocks()) block.setKind(kind);
}

function useUndo(undoManager: UndoManager): { canUndo: boolean; canRedo: boolean } {
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const look = () => setCan({ canUndo: undoManager.canUndo(), canRedo: undoManager.canRedo() });
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
    for (const event of events) undoManager.on(event, look);
    look();
    return () => {
      for (const event of events) undoManager.off(event, look);
    };
  }, [undoManager]);
  return can;
}
