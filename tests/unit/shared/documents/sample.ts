import {
  BLOCK_KINDS,
  type Block,
  MARKS,
  type Run,
  type TextBlock,
} from '../../../../shared/documents/blocks.ts';

export const say = (text: string, more: Partial<Run> = {}): Run => ({ text, ...more });
export const para = (...runs: (string | Run)[]): TextBlock => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? say(run) : run)),
});

/** One document with every kind of block, every mark, a link, mentions, line breaks and a table, in normal form. */
export const EVERYTHING: readonly Block[] = [
  ...BLOCK_KINDS.map((kind): TextBlock => ({ kind, runs: [say(`A ${kind} here`)] })),
  { kind: 'check', runs: [say('ticked')], checked: true, indent: 2 },
  { kind: 'bullet', runs: [say('deep')], indent: 6 },
  { kind: 'number', runs: [], indent: 1 },
  para(...MARKS.map((mark) => say(`${mark} `, { marks: [mark] }))),
  para('all ', say('of them', { marks: MARKS }), ' at once'),
  para(
    'see ',
    say('here', { link: 'https://example.org/a?b=c#d' }),
    ' or ',
    say('mail', { link: 'mailto:ann@example.org' }),
  ),
  para(say('bold link', { marks: ['bold'], link: 'tel:+441632960000' })),
  para(
    'ask ',
    say('@Priya', { mention: { kind: 'member', id: 'p1' } }),
    say('@Users', { mention: { kind: 'seat', id: 's1' } }),
    '!',
  ),
  para('one\ntwo', say('three', { marks: ['bold'] }), '\n', say('four', { marks: ['bold'] })),
  para('tab\there, emoji 👩‍👩‍👧 and עברית'),
  { kind: 'rule' },
  para(),
  {
    kind: 'table',
    rows: [
      [
        { header: true, blocks: [para('Who')] },
        { header: true, blocks: [para('What')] },
      ],
      [
        { header: false, blocks: [para(say('Ann', { marks: ['italic'] }))] },
        { header: false, blocks: [para('first'), { kind: 'bullet', runs: [say('second')], indent: 1 }] },
      ],
      [
        { header: false, blocks: [para()] },
        { header: false, blocks: [para(), para('after an empty one')] },
      ],
    ],
  },
  para('the end'),
];
