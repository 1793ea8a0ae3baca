import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
} from '@lexical/table';
import { $getSelection, $isElementNode, $isRangeSelection } from 'lexical';

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

/** Puts the caret at the end of the next cell (1) or the one before (-1). Answers whether there was one. */
export function $goToCell(step: 1 | -1): boolean {
  const selection = $getSelection();
  const cell = $isRangeSelection(selection) ? $findCellNode(selection.anchor.getNode()) : null;
  const table = cell && $findTableNode(cell);
  if (!cell || !table) return false;
  const cells = table
    .getChildren()
    .flatMap((row) => ($isElementNode(row) ? row.getChildren() : []))
    .filter($isTableCellNode);
  const next = cells[cells.findIndex((one) => one.is(cell)) + step];
  next?.selectEnd();
  return next !== undefined;
}

function $removeTable(): void {
  const selection = $getSelection();
  const table = $isRangeSelection(selection) ? $findTableNode(selection.anchor.getNode()) : null;
  table?.selectNext();
  table?.remove();
}
