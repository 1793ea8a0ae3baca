import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonicalJson.ts';
import { chainHash, commitment, NO_LINE, sha256 } from '../../../../shared/ledger/fingerprint.ts';
import { nextLine } from '../../../../shared/ledger/line.ts';

const node = (text: string) => createHash('sha256').update(text).digest('hex');

it('[LEDGER1] canonical JSON is as RFC 8785 has it', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
    10: 'ten',
    9: 'nine',
    '\u20ac': 'Euro',
    '\r': 'Return',
    '\ufb33': 'Hebrew',
    '\ud83d\ude00': 'Smile',
    '\u0080': 'Control',
    ö: 'o',
    nothing: undefined,
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"Return","10":"ten","9":"nine","literals":[null,true,false],' +
      '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","\u0080":"Control","ö":"o","€":"Euro","😀":"Smile","\ufb33":"Hebrew"}',
  );
  for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, () => 1])
    expect(() => canonicalJson(wrong)).toThrow('JSON cannot say');
});

it('[LEDGER1] canonical JSON says the same value, whatever order its keys were added in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

it('[LEDGER1] our SHA-256 is the SHA-256 of everybody, for every length of text', () => {
  for (let length = 0; length < 200; length++) {
    const text = 'ü'.repeat(length);
    expect(sha256(text)).toBe(node(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(sha256(text)).toBe(node(text));
    }),
  );
});

const entry = {
  kind: 'position_taken',
  at: 5,
  by: 'actor1',
  payload: { seat: 'C1', choice: 'block', gone: undefined },
  words: { reason: 'too far', harm: 'nobody gets there' },
  hidden: false,
};
const salts = { reason: 'salt2', harm: 'salt3' };
const given = { partnership: 'p', subject: 'd', recordedAt: 7, entry, salt: 'salt1', salts };

it('[LEDGER1] a line is frozen in its form, and has no free text in it', () => {
  const { text, hash } = nextLine({ seq: 0, hash: NO_LINE }, given);
  expect(text).toBe(
    '{"actor":"actor1","at":7,"effectiveAt":5,"kind":"position_taken","partnership":"p",' +
      '"payload":{"choice":"block","seat":"C1"},' +
      `"prev":"${NO_LINE}","salt":"salt1","seq":1,"subject":"d","v":1,` +
      `"words":{"harm":"${node('trialogue words 1\nsalt3\nnobody gets there')}",` +
      `"reason":"${node('trialogue words 1\nsalt2\ntoo far')}"}}`,
  );
  expect(hash).toBe(node(`trialogue ledger 1\n${NO_LINE}\n${node(text)}`));
  const next = nextLine({ seq: 1, hash }, given);
  expect(next.line).toMatchObject({ seq: 2, prev: hash });
  expect(next.hash).toBe(chainHash(hash, sha256(next.text)));
  expect(commitment('salt2', 'too far')).toBe(next.line.words.reason);
});

it('[LEDGER1] words without a salt are a mistake of ours', () => {
  expect(() => nextLine({ seq: 0, hash: NO_LINE }, { ...given, salts: { harm: 'a' } })).toThrow('no salt');
});
