import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Block, MARKS } from '../../../../shared/documents/blocks.ts';
import { canonicalForm, hashBlocks } from '../../../../shared/documents/canonical.ts';
import { EVERYTHING, para, say } from './sample.ts';

it('[HASH1] the form and the hash of a known document are frozen', () => {
  const blocks: Block[] = [
    { kind: 'check', runs: [say('Pay “Ann”\n', { marks: ['italic', 'bold'] })], indent: 1, checked: true },
    para('see ', say('here', { link: 'https://example.org' })),
    { kind: 'rule' },
  ];
  const form =
    '{"blocks":[{"checked":true,"indent":1,"kind":"check","runs":[{"marks":["bold","italic"],"text":"Pay “Ann”"},{"text":"\\n"}]},' +
    '{"kind":"paragraph","runs":[{"text":"see "},{"link":"https://example.org/","text":"here"}]},{"kind":"rule"}],"v":1}';
  expect(canonicalForm(blocks)).toBe(form);
  expect(hashBlocks(blocks)).toBe(createHash('sha256').update(form).digest('hex'));
});

it.each<[string, Block[], Block[]]>([
  ['how runs are cut', [para('one two')], [para('one ', 'two')]],
  ['empty runs', [para('one')], [para('', 'one', say('', { marks: ['bold'] }))]],
  [
    'the order of marks',
    [para(say('a', { marks: ['bold', 'code'] }))],
    [para(say('a', { marks: ['code', 'bold'] }))],
  ],
  ['an indent of none', [para('a')], [{ kind: 'paragraph', runs: [say('a')], indent: 0 }]],
  ['an indent where none can be', [para('a')], [{ kind: 'paragraph', runs: [say('a')], indent: 3 }]],
  ['a tick where none can be', [{ kind: 'bullet', runs: [] }], [{ kind: 'bullet', runs: [], checked: true }]],
  ['a link that is not allowed', [para('a')], [para(say('a', { link: 'javascript:alert(1)' }))]],
  ['marks on a line break', [para('a\nb')], [para('a', say('\n', { marks: ['bold'] }), 'b')]],
])('[HASH1] the hash does not see %s', (_what, one, other) => {
  expect(hashBlocks(one)).toBe(hashBlocks(other));
});

it('[HASH1] the hash sees every word, mark, kind, link, mention, tick, indent, cell and order', () => {
  const base: Block[] = [para('one two')];
  const others: Block[][] = [
    [],
    [para('one twO')],
    [para('one  two')],
    [para('one'), para(' two')],
    [para('one two'), para()],
    [para('one\ntwo')],
    ...MARKS.map((mark) => [para(say('one two', { marks: [mark] }))]),
    [para(say('one', { link: 'https://a.example/' }), ' two')],
    [para(say('one', { link: 'https://b.example/' }), ' two')],
    [para(say('one', { mention: { kind: 'member', id: 'a' } }), ' two')],
    [para(say('one', { mention: { kind: 'seat', id: 'a' } }), ' two')],
    [para(say('one', { mention: { kind: 'seat', id: 'b' } }), ' two')],
    [{ kind: 'heading1', runs: [say('one two')] }],
    [{ kind: 'check', runs: [say('one two')] }],
    [{ kind: 'check', runs: [say('one two')], checked: true }],
    [{ kind: 'check', runs: [say('one two')], indent: 1 }],
    [{ kind: 'table', rows: [[{ header: false, blocks: [para('one two')] }]] }],
    [{ kind: 'table', rows: [[{ header: true, blocks: [para('one two')] }]] }],
    [{ kind: 'rule' }, para('one two')],
    [para('one two'), { kind: 'rule' }],
  ];
  const hashes = [base, ...others].map(hashBlocks);
  expect(new Set(hashes).size).toBe(hashes.length);
});

it('[HASH1] every single change to a whole document changes its hash', () => {
  const whole = hashBlocks(EVERYTHING);
  for (const index of EVERYTHING.keys()) {
    const without = EVERYTHING.filter((_block, at) => at !== index);
    expect(hashBlocks(without), `without block ${index}`).not.toBe(whole);
  }
});
