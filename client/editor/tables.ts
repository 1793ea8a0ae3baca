import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
} from '@lexical/table';
import { $getSelection, $isRangeSelection } from 'lexical';

export const TABLE_CHANGES = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'removeRow',
  'removeColumn',
  'removeTable',
] as const;
export type TableChange = (typeof TABLE_CHANGES)[number];

/** Changes the table round the caret; does nothing outside one. Call it inside `editor.update`. */
export function $changeTable(change: TableChange): void {
  switch (change) {
    case 'rowAbove':
      $insertTableRowAtSelection(false);
      return;
    case 'rowBelow':
      $insertTableRowAtSelection(true);
      return;
    case 'columnBefore':
      $insertTableColumnAtSelection(false);
      return;
    case 'columnAfter':
      $insertTableColumnAtSelection(true);
      return;
    case 'removeRow':
      $deleteTableRowAtSelection();
      return;
    case 'removeColumn':
      $deleteTableColumnAtSelection();
      return;
    case 'removeTable':
      $removeTable();
      return;
  }
}

function $removeTable(): void {
  const selection = $getSelection();
  const table = $isRangeSelection(selection) ? $findTableNode(selection.anchor.getNode()) : null;
  table?.selectNext();
  table?.remove();
}
