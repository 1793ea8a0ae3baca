import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import type { Block, TextBlock } from '../../../../shared/documents/blocks.ts';
import { countWords } from '../../../../shared/documents/countWords.ts';
import { outline } from '../../../../shared/documents/outline.ts';
import { renderHtml } from '../../../../shared/documents/renderHtml.ts';
import { renderMarkdown } from '../../../../shared/documents/renderMarkdown.ts';
import { renderText } from '../../../../shared/documents/renderText.ts';
import { EVERYTHING, para, say } from './sample.ts';

const html = (blocks: readonly Block[]) =>
  renderHtml(blocks, { headingsFrom: 2, words: { done: 'Done:', notDone: 'Not done:' } });
const item = (kind: TextBlock['kind'], text: string, indent = 0, checked = false): TextBlock => ({
  kind,
  runs: [say(text)],
  indent,
  checked,
});

it('[READ1] HTML nests lists by their indent, and says whether an item is done', () => {
  const blocks = [
    item('bullet', 'one'),
    item('bullet', 'deep', 1),
    item('number', 'first', 4),
    item('bullet', 'two'),
    item('check', 'paid', 0, true),
    item('check', 'asked'),
  ];
  expect(html(blocks).replaceAll('\n', '')).toBe(
    '<ul><li>one<ul><li>deep<ol><li>first</li></ol></li></ul></li><li>two</li></ul>' +
      '<ul class="checks"><li data-checked="true"><span class="tick">Done:</span> paid</li>' +
      '<li data-checked="false"><span class="tick">Not done:</span> asked</li></ul>',
  );
});

it('[READ1] HTML gives headings their level and id, quotes one box, tables their headers', () => {
  const blocks: Block[] = [
    { kind: 'heading1', runs: [say('What we need')] },
    { kind: 'heading3', runs: [say('What we need')] },
    { kind: 'heading2', runs: [] },
    { kind: 'quote', runs: [say('a')] },
    { kind: 'quote', runs: [say('b')] },
    {
      kind: 'table',
      rows: [
        [
          { header: true, blocks: [para('Who')] },
          { header: true, blocks: [para('What')] },
        ],
        [
          { header: true, blocks: [para('Ann')] },
          { header: false, blocks: [{ kind: 'heading1', runs: [say('x')] }, para('y')] },
        ],
      ],
    },
    { kind: 'rule' },
    para(),
  ];
  expect(html(blocks).replaceAll('\n', '')).toBe(
    '<h2 id="h-what-we-need">What we need</h2><h4 id="h-what-we-need-2">What we need</h4>' +
      '<blockquote><p>a</p><p>b</p></blockquote>' +
      '<table><tr><th scope="col">Who</th><th scope="col">What</th></tr>' +
      '<tr><th scope="row">Ann</th><td><p><strong>x</strong></p><p>y</p></td></tr></table><hr>',
  );
  expect(outline(blocks).map(({ id, level, index }) => [id, level, index])).toEqual([
    ['h-what-we-need', 1, 0],
    ['h-what-we-need-2', 3, 1],
  ]);
});

it('[ED20] in HTML, words that run right to left say so, alone among the others', () => {
  const urdu = 'ہفتے میں ایک دن';
  const blocks: Block[] = [
    para('Thursdays'),
    para(urdu),
    para(`1. ${urdu}, says Nasreen`),
    { kind: 'heading1', runs: [say(urdu)] },
    item('bullet', urdu),
    { kind: 'table', rows: [[{ header: false, blocks: [para(urdu)] }]] },
  ];
  const read = html(blocks).replaceAll('\n', '');
  expect(read.match(/<\w+[^>]*dir="rtl"/g)?.map((tag) => tag.slice(0, 3))).toEqual([
    '<p ',
    '<p ',
    '<h2',
    '<li',
    '<p ',
  ]);
  expect(read).toContain('<p>Thursdays</p>');
});

it('[READ1] a header that says nothing is an ordinary cell in HTML', () => {
  const rows = [
    [
      { header: true, blocks: [para()] },
      { header: true, blocks: [para('What')] },
    ],
  ];
  expect(html([{ kind: 'table', rows }])).toContain('<td></td><th scope="col">What</th>');
});

it('[READ2] nothing that anyone writes becomes markup: HTML', () => {
  const nasty = `<img src=x onerror=alert(1)>"'&<script>alert(1)</script>`;
  const blocks: Block[] = [
    { kind: 'heading1', runs: [say(nasty)] },
    para(say(nasty, { marks: ['bold', 'code'] })),
    para(say(nasty, { link: 'https://example.org/"onmouseover="alert(1)' })),
    para(say('x', { link: 'javascript:alert(1)' })),
    para(say(nasty, { mention: { kind: 'member', id: `"><script>` } })),
    item('check', nasty),
    { kind: 'table', rows: [[{ header: true, blocks: [para(nasty)] }]] },
  ];
  const { document } = new Window();
  document.body.innerHTML = html(blocks);
  const elements = [...document.body.querySelectorAll('*')];
  const known = ['h2', 'p', 'strong', 'code', 'a', 'span', 'ul', 'li', 'table', 'tbody', 'tr', 'th'];
  expect(elements.filter(({ tagName }) => !known.includes(tagName.toLowerCase()))).toEqual([]);
  const names = elements.flatMap((element) => [...element.attributes].map(({ name }) => name));
  expect(new Set(names)).toEqual(
    new Set(['id', 'href', 'rel', 'class', 'data-mention', 'data-checked', 'scope']),
  );
  expect(document.querySelectorAll('a').length).toBe(1);
  expect(document.querySelector('h2')?.textContent).toBe(nasty);
  expect(document.querySelector('th')?.textContent).toBe(nasty);
});

it('[READ2] nothing that anyone writes becomes markup: Markdown', () => {
  const lines = [
    '# not a heading',
    '1. not a list',
    '- nor this',
    '> *a* _b_ `c` [d](e) ~f~ <g> \\h &amp; | i',
    '+ x',
    '=== y',
  ];
  const blocks = lines.map((line) => para(line));
  expect(renderMarkdown(blocks)).toBe(
    [
      '\\# not a heading',
      '1\\. not a list',
      '\\- nor this',
      '\\> \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\<g\\> \\\\h \\&amp; \\| i',
      '\\+ x',
      '\\=== y',
      '',
    ]
      .join('\n\n')
      .replace(/\n\n$/, '\n'),
  );
  expect(renderMarkdown([para(say('x', { link: 'javascript:alert(1)' }))])).toBe('x\n');
});

it('[READ1] Markdown has the headings, lists, ticks, tables, marks and links', () => {
  const blocks: Block[] = [
    { kind: 'heading2', runs: [say('Plan')] },
    para('a ', say('bold ', { marks: ['bold'] }), say('both', { marks: ['bold', 'italic'] }), 'end'),
    para(say('see', { link: 'https://example.org/(x)' }), '\nnext'),
    item('bullet', 'one'),
    item('number', 'deep', 1),
    item('check', 'paid', 0, true),
    {
      kind: 'table',
      rows: [
        [
          { header: true, blocks: [para('A|B')] },
          { header: true, blocks: [para('C')] },
        ],
        [{ header: false, blocks: [para('x'), item('bullet', 'y')] }],
      ],
    },
    { kind: 'rule' },
  ];
  expect(renderMarkdown(blocks)).toBe(
    [
      '## Plan',
      '',
      'a **bold** ***both***<!-- -->end',
      '',
      '[see](<https://example.org/(x)>)\\',
      'next',
      '',
      '- one',
      '  1. deep',
      '',
      '<!-- -->',
      '',
      '- [x] paid',
      '',
      '| A\\|B | C |',
      '| --- | --- |',
      '| x<br>• y |  |',
      '',
      '---',
      '',
    ].join('\n'),
  );
});

it('[READ1] text has markers, numbers and a line for each table row', () => {
  const blocks: Block[] = [
    { kind: 'heading1', runs: [say('Plan')] },
    item('number', 'one'),
    item('bullet', 'deep', 1),
    item('number', 'two'),
    item('check', 'asked'),
    { kind: 'quote', runs: [say('said\nso')] },
    para('see ', say('here', { link: 'https://example.org/' })),
    {
      kind: 'table',
      rows: [
        [
          { header: true, blocks: [para('A')] },
          { header: false, blocks: [para('b'), para('c')] },
        ],
      ],
    },
  ];
  expect(renderText(blocks)).toBe(
    'Plan\n\n1. one\n   - deep\n2. two\n[ ] asked\n\n> said\n> so\n\nsee here (https://example.org/)\n\nA | b / c\n',
  );
  expect(renderText([])).toBe('');
});

it('[READ1] words are counted as people count them, tables included', () => {
  expect(countWords([para("Don't stop at 3.5 o'clock – the well-known e‑mail, naïve עברית!")])).toBe(10);
  expect(
    countWords([
      para(),
      { kind: 'rule' },
      { kind: 'table', rows: [[{ header: false, blocks: [para('a b')] }]] },
    ]),
  ).toBe(2);
  expect(countWords([para(say('half', { marks: ['bold'] }), 'word')])).toBe(1);
});

it('[READ1] every kind of block comes through every renderer', () => {
  for (const rendered of [html(EVERYTHING), renderMarkdown(EVERYTHING), renderText(EVERYTHING)])
    for (const words of [
      'paragraph here',
      'heading3 here',
      'quote here',
      'check here',
      'ticked',
      '@Priya',
      'three',
      'after an empty one',
      'the end',
    ])
      expect(rendered).toContain(words);
});
