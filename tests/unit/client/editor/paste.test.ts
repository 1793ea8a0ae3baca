import { Window } from 'happy-dom';
import { $getRoot, $insertNodes } from 'lexical';
import { expect, it } from 'vitest';
import { $blocksToNodes } from '../../../../client/editor/blocks.ts';
import { htmlToBlocks } from '../../../../client/editor/paste/htmlToBlocks.ts';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { $select, desk, edit, words, write } from './pair.ts';

function read(html: string): Block[] {
  const { document } = new Window();
  document.body.innerHTML = html;
  return htmlToBlocks(document as unknown as Document);
}

it('[PASTE1] Word: headings, its lists that are paragraphs, tables, and none of its clutter', () => {
  expect(
    read(`<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><style>p.MsoNormal{margin:0}</style>
    <h1>The <b>plan</b><o:p></o:p></h1>
    <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Need:</b>&nbsp;more
    help <i>now</i><o:p>&nbsp;</o:p></p>
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>first<o:p></o:p></p>
    <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a)<span>&nbsp; </span></span>deep</p>
    <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Who</b></p></td><td><p>What</p></td></tr></table>`),
  ).toEqual([
    { kind: 'heading1', runs: [{ text: 'The plan' }] },
    {
      kind: 'paragraph',
      runs: [{ text: 'Need:', marks: ['bold'] }, { text: ' more help ' }, { text: 'now', marks: ['italic'] }],
    },
    { kind: 'bullet', runs: [{ text: 'first' }] },
    { kind: 'number', runs: [{ text: 'deep' }], indent: 1 },
    {
      kind: 'table',
      rows: [
        [
          { header: false, blocks: [{ kind: 'paragraph', runs: [{ text: 'Who', marks: ['bold'] }] }] },
          { header: false, blocks: [{ kind: 'paragraph', runs: [{ text: 'What' }] }] },
        ],
      ],
    },
  ]);
});

it('[PASTE1] Google Docs: styles instead of tags, one b round everything, lists with levels', () => {
  expect(
    read(`<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:normal;text-decoration:none">Bold</span><span style="font-weight:400"> plain </span><a href="https://example.org/" style="text-decoration:none"><span style="text-decoration:underline">link</span></a></p>
    <ul><li dir="ltr" aria-level="1"><p role="presentation"><span>one</span></p></li><ul><li dir="ltr" aria-level="2"><p><span>deep</span></p></li></ul></ul>
    <ul><li role="checkbox" aria-checked="true"><p>done</p></li></ul></b><br class="Apple-interchange-newline">`),
  ).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Bold', marks: ['bold'] },
        { text: ' plain ' },
        { text: 'link', marks: ['underline'], link: 'https://example.org/' },
      ],
    },
    { kind: 'bullet', runs: [{ text: 'one' }] },
    { kind: 'bullet', runs: [{ text: 'deep' }], indent: 1 },
    { kind: 'check', runs: [{ text: 'done' }], checked: true },
  ]);
});

it('[PASTE1] the web: nested lists, quotes, line breaks, code, rules, headers of tables', () => {
  expect(
    read(`<article><h4>Deep</h4><div>loose <em>words</em> <div>more</div>end</div>
    <ol><li>one<ul><li>in</li></ul></li><li><p>two</p></li></ol><blockquote><p>a</p><p>b</p></blockquote>
    <p>x<br>y</p><pre>  a\n  b\n</pre><hr><p> </p><table><thead><tr><th>H</th></tr></thead><tbody><tr><td>a<br>b<table><tr><td>in</td></tr></table></td></tr></tbody></table></article>`),
  ).toEqual([
    { kind: 'heading3', runs: [{ text: 'Deep' }] },
    { kind: 'paragraph', runs: [{ text: 'loose ' }, { text: 'words', marks: ['italic'] }] },
    { kind: 'paragraph', runs: [{ text: 'more' }] },
    { kind: 'paragraph', runs: [{ text: 'end' }] },
    { kind: 'number', runs: [{ text: 'one' }] },
    { kind: 'bullet', runs: [{ text: 'in' }], indent: 1 },
    { kind: 'number', runs: [{ text: 'two' }] },
    { kind: 'quote', runs: [{ text: 'a' }] },
    { kind: 'quote', runs: [{ text: 'b' }] },
    { kind: 'paragraph', runs: [{ text: 'x\ny' }] },
    { kind: 'paragraph', runs: [{ text: '  a\n  b' }] },
    { kind: 'rule' },
    {
      kind: 'table',
      rows: [
        [{ header: true, blocks: [{ kind: 'paragraph', runs: [{ text: 'H' }] }] }],
        [
          {
            header: false,
            blocks: [
              { kind: 'paragraph', runs: [{ text: 'a\nb' }] },
              { kind: 'paragraph', runs: [{ text: 'in' }] },
            ],
          },
        ],
      ],
    },
  ]);
});

it('[PASTE1] what could harm or is no words is dropped, the words round it stay', () => {
  expect(
    read(
      `<p onclick="x()">a<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a><iframe src="x">z</iframe><span style="display:none">hidden</span><svg><text>z</text></svg><button>z</button>c</p>`,
    ),
  ).toEqual([{ kind: 'paragraph', runs: [{ text: 'abc' }] }]);
  expect(read('')).toEqual([]);
  expect(read('<div>'.repeat(5_000))).toEqual([]);
});

it('[PASTE1] pasted blocks go in at the caret, and the document holds them', () => {
  const ann = desk(1);
  write(ann, 'before after');
  const blocks = read('<p>one</p><h1>two</h1><ul><li>three </li></ul>');
  edit(ann, () => {
    $select(0, 7);
    $insertNodes($blocksToNodes(blocks));
  });
  expect(words(ann).join('|')).toBe('before one|two|threeafter');
  expect(readText(ann.doc).map(({ kind }) => kind)).toEqual(['paragraph', 'heading1', 'bullet']);
  expect(ann.editor.read(() => $getRoot().getChildrenSize())).toBe(3);
});
