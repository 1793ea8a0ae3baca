import { expect, it } from 'vitest';
import { REDACTED, redactWords } from '../../../../shared/decisions/redact.ts';
import type { Block, Run } from '../../../../shared/documents/blocks.ts';

const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });

it('[LEDGER12] a text is taken out wherever it stands: twice in a line, over bold and plain, in a table, in a mention', () => {
  const mention = { kind: 'member', id: 'm1' } as const;
  const words: Block[] = [
    paragraph({ text: 'Ann Lee and Ann Lee go.' }),
    paragraph(
      { text: 'So says A' },
      { text: 'nn', marks: ['bold'] },
      { text: ' Lee too.', marks: ['italic'] },
    ),
    paragraph({ text: 'Ask ' }, { text: 'Ann Lee', mention, link: 'https://ann.example/' }, { text: '.' }),
    { kind: 'check', runs: [{ text: 'Nobody' }], checked: true, indent: 2 },
    {
      kind: 'table',
      rows: [[{ header: false, blocks: [{ kind: 'paragraph', runs: [{ text: 'Ann Lee' }] }] }]],
    },
    { kind: 'rule' },
  ];
  expect(redactWords(words, 'Ann Lee')).toEqual([
    paragraph({ text: `${REDACTED} and ${REDACTED} go.` }),
    paragraph({ text: `So says ${REDACTED}` }, { text: ' too.', marks: ['italic'] }),
    paragraph({ text: `Ask ${REDACTED}.` }),
    words[3],
    {
      kind: 'table',
      rows: [[{ header: false, blocks: [{ kind: 'paragraph', runs: [{ text: REDACTED }] }] }]],
    },
    words[5],
  ]);
});

it('[LEDGER12] words in which it does not stand are not touched', () => {
  expect(
    redactWords([paragraph({ text: 'Anne Lee' }), paragraph({ text: 'Ann' }, { text: 'Lee' })], 'Ann Lee'),
  ).toBe(undefined);
});
