import type { Block, Run, TextBlock } from '../documents/blocks.ts';
import { textOfRuns } from '../documents/runs.ts';
import { tidyBlocks } from '../documents/tidyBlocks.ts';
import { ledgerWords } from '../messages/en/ledger.ts';

/** What stands where a part of the words of a proposal was. */
export const REDACTED = ledgerWords.redacted;

/** Words without this text, wherever it stands in them, with the same sign in each place; undefined: it is not there. */
export function redactWords(blocks: readonly Block[], text: string): Block[] | undefined {
  let found = false;
  const inBlock = (block: TextBlock): TextBlock => {
    const runs = redactRuns(block.runs, text);
    if (!runs) return block;
    found = true;
    return { ...block, runs };
  };
  const redacted = blocks.map((block): Block => {
    if (block.kind === 'rule') return block;
    if (block.kind !== 'table') return inBlock(block);
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(inBlock) })));
    return { ...block, rows };
  });
  return found ? tidyBlocks(redacted) : undefined;
}

/** A run of which a part is taken out is no mention and no link any more: these would still say whom it named. */
function redactRuns(runs: readonly Run[], text: string): Run[] | undefined {
  const gone = placesOf(textOfRuns({ runs }), text);
  if (gone.length === 0) return undefined;
  let at = 0;
  return runs.flatMap((run): Run[] => {
    const [from, to] = [at, at + run.text.length];
    at = to;
    const here = gone.filter((start) => start < to && start + text.length > from);
    if (here.length === 0) return [run];
    let kept = from;
    let said = '';
    for (const start of here) {
      said += run.text.slice(kept - from, Math.max(0, start - from));
      if (start >= from) said += REDACTED;
      kept = Math.min(to, start + text.length);
    }
    said += run.text.slice(kept - from);
    return [{ text: said, ...(run.marks && { marks: run.marks }) }];
  });
}

function placesOf(all: string, text: string): number[] {
  const places: number[] = [];
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + text.length)) places.push(at);
  return places;
}
