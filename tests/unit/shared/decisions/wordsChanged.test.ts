import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesText, howMuchChanged } from '../../../../shared/decisions/changesText.ts';
import { linesOf } from '../../../../shared/decisions/comparedLines.ts';
import { isUnchanged, type LineChange, wordsChanged } from '../../../../shared/decisions/wordsChanged.ts';
import { BLOCK_KINDS, type Block, MARKS } from '../../../../shared/documents/blocks.ts';
import { canonicalForm } from '../../../../shared/documents/canonical.ts';
import { textOfRuns } from '../../../../shared/documents/runs.ts';

const p = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const marked = (changes: readonly LineChange[]) =>
  changes.map(({ how, pieces }) => [how, ...pieces.map((piece) => `${piece.how}:${piece.text}`)]);

describe('[DEC19] what changed, word by word', () => {
  it('[DEC19] one word in a sentence is one word taken out and one put in', () => {
    const changes = wordsChanged(
      [p('The bus runs on weekdays.'), p('It is free.')],
      [p('The bus runs on Sundays.'), p('It is free.')],
    );
    expect(marked(changes)).toEqual([
      ['changed', 'same:The bus runs on ', 'removed:weekdays', 'added:Sundays', 'same:.'],
      ['same', 'same:It is free.'],
    ]);
    expect(changesText(changes)).toBe('Changed: The bus runs on [taken out: weekdays][put in: Sundays].');
    expect(howMuchChanged(changes)).toBe('1 word differs');
  });

  it('[DEC19] several words replaced in a row read as one change, and a number is one word', () => {
    const changes = wordsChanged(
      [p('We pay £1,200 each year, in May.')],
      [p('We will pay £1,350 twice a year, in May.')],
    );
    expect(marked(changes)).toEqual([
      [
        'changed',
        'same:We ',
        'added:will ',
        'same:pay £',
        'removed:1,200 each ',
        'added:1,350 twice a ',
        'same:year, in May.',
      ],
    ]);
  });

  it('[DEC19] paragraphs that came, went or moved are told whole, beside those that changed', () => {
    const changes = wordsChanged(
      [p('One is about buses.'), p('Two is about trains and how they run.'), p('Three.')],
      [
        p('Three.'),
        p('One is about buses.'),
        p('Something entirely new here.'),
        p('Two is about trains and when they run.'),
      ],
    );
    expect(marked(changes)).toEqual([
      ['added', 'added:Three.'],
      ['same', 'same:One is about buses.'],
      ['added', 'added:Something entirely new here.'],
      ['changed', 'same:Two is about trains and ', 'removed:how', 'added:when', 'same: they run.'],
      ['removed', 'removed:Three.'],
    ]);
  });

  it('[DEC19] a kind, a tick, an indent, a mark and a link that changed are told, with the words left as they are', () => {
    const changes = wordsChanged(
      [
        p('Title'),
        { kind: 'check', runs: [{ text: 'Ask Jo' }] },
        { kind: 'bullet', runs: [{ text: 'in' }] },
        p('It is not free.'),
      ],
      [
        { kind: 'heading1', runs: [{ text: 'Title' }] },
        { kind: 'check', checked: true, runs: [{ text: 'Ask Jo' }] },
        { kind: 'bullet', indent: 1, runs: [{ text: 'in' }] },
        {
          kind: 'paragraph',
          runs: [{ text: 'It is ' }, { text: 'not', marks: ['bold'] }, { text: ' free.' }],
        },
      ],
    );
    expect(changes.map(({ how, notes }) => [how, ...notes.map(({ what }) => what)])).toEqual([
      ['changed', 'kind'],
      ['changed', 'ticked'],
      ['changed', 'indent'],
      ['changed'],
    ]);
    expect(changesText(changes)).toBe(
      [
        'Changed, was a paragraph, is now a heading: Title',
        'Changed, ticked: Ask Jo',
        'Changed, moved in or out: in',
        'Changed: It is [looks different: not] free.',
      ].join('\n\n'),
    );
    expect(howMuchChanged(changes)).toBe('Only how the words look or stand differs');
  });

  it('[DEC19] a table is compared row by row, and what only its lines say is told too', () => {
    const table = (rows: string[][], headers = true): Block => ({
      kind: 'table',
      rows: rows.map((cells, row) =>
        cells.map((text) => ({
          header: headers && row === 0,
          blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
        })),
      ),
    });
    const rows = [
      ['Who', 'What'],
      ['Council', 'Pays'],
      ['Harriers', 'Drive'],
    ];
    const before = table(rows);
    const now = table([rows[0] as string[], ['Council', 'Pays half'], rows[2] as string[]]);
    expect(marked(wordsChanged([before], [now]))).toEqual([
      ['same', 'same:Who | What'],
      ['changed', 'same:Council | Pays', 'added: half'],
      ['same', 'same:Harriers | Drive'],
    ]);
    expect(isUnchanged(wordsChanged([before], [table(rows, false)]))).toBe(false);
    expect(changesText(wordsChanged([p('x'), { kind: 'rule' }], [p('x')]))).toBe(
      'Taken out, a dividing line',
    );
  });

  it('[DEC19] a long text that was written anew is told whole, and soon', () => {
    const words = (seed: number) =>
      Array.from({ length: 6000 }, (_, i) => `w${(i * 7919 + seed) % 4999}`).join(' ');
    const changes = wordsChanged([p(words(1))], [p(words(2500))]);
    expect(textIn(changes, 'before')).toBe(words(1));
    expect(textIn(changes, 'now')).toBe(words(2500));
  });

  it('[DEC19] for any two texts: nothing is left out, and only equal texts are unchanged', () => {
    const word = fc.constantFrom('we', 'will', 'not', 'pay', '5,000', 'a', 'bus', '—', 'Ünï');
    const run = fc.record(
      {
        text: fc.array(word, { maxLength: 5 }).map((w) => `${w.join(' ')} `),
        marks: fc.subarray([...MARKS], { maxLength: 2 }),
      },
      { requiredKeys: ['text'] },
    );
    const text = fc.record({
      kind: fc.constantFrom(...BLOCK_KINDS),
      runs: fc.array(run, { maxLength: 3 }),
      indent: fc.nat(2),
      checked: fc.boolean(),
    });
    const cell = fc.record({ header: fc.boolean(), blocks: fc.array(text, { minLength: 1, maxLength: 2 }) });
    const block: fc.Arbitrary<Block> = fc.oneof(
      { weight: 6, arbitrary: text },
      { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('table' as const),
          rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        }),
      },
    );
    const blocks = fc.array(block, { maxLength: 6 });
    fc.assert(
      fc.property(blocks, blocks, (before, now) => {
        const changes = wordsChanged(before, now);
        expect(textIn(changes, 'before')).toBe(lineText(before));
        expect(textIn(changes, 'now')).toBe(lineText(now));
        expect(isUnchanged(changes)).toBe(canonicalForm(before) === canonicalForm(now));
      }),
      { numRuns: 500 },
    );
  });
});

function textIn(changes: readonly LineChange[], when: 'before' | 'now'): string {
  const not = when === 'before' ? 'added' : 'removed';
  return changes
    .filter(({ how }) => how !== not)
    .map(({ pieces }) => pieces.map((piece) => (piece.how === not ? '' : piece.text)).join(''))
    .join('\n');
}

function lineText(blocks: readonly Block[]): string {
  return linesOf(blocks).map(textOfRuns).join('\n');
}
