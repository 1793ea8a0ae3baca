import { expect, it } from 'vitest';
import { headCode, readHeadCode } from '../../../../shared/ledger/head.ts';
import { keptIn } from '../../../../shared/ledger/keptIn.ts';
import { readReceiptCode, receiptCode } from '../../../../shared/ledger/receipt.ts';

const HEAD = { seq: 4, hash: 'a'.repeat(64), at: 5, publicKey: 'k'.repeat(43), signature: 's'.repeat(86) };
const head = headCode('northvale-1', HEAD);
const receipt = receiptCode({ seq: 4, hash: 'c'.repeat(64) });
const hidden = receiptCode({ seq: null, hash: 'd'.repeat(64) });

it('[LEDGER10] what was kept is read back as it was given', () => {
  expect(readHeadCode(head)).toEqual({ partnership: 'northvale-1', ...HEAD });
  expect(readReceiptCode(receipt)).toEqual({ seq: 4, hash: 'c'.repeat(64) });
  expect(readReceiptCode(hidden)).toEqual({ seq: null, hash: 'd'.repeat(64) });
  for (const wrong of ['', head.slice(1), `${head}x`, receipt.slice(0, -1), receipt.toUpperCase()])
    expect([readHeadCode(wrong), readReceiptCode(wrong)]).toEqual([undefined, undefined]);
});

it.each<[string, string, string[]]>([
  ['nothing', ' \n', []],
  ['one line', head, [head]],
  ['several lines', `${receipt}\n${head} ${hidden}`, [receipt, head, hidden]],
  [
    'a whole mail, broken and quoted',
    `Keep:\n> ${head.slice(0, 60)}\n> ${head.slice(60)}\nHow to check: x`,
    [head],
  ],
  ['half a line', head.slice(0, 70), [head.slice(0, 70)]],
  ['something else', 'my receipt', ['myreceipt']],
])('[LEDGER10] what was kept is found in %s', (_what, text, found) => {
  expect(keptIn(text)).toEqual(found);
});
