import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonicalJson.ts';
import { hashBlocks } from '../../../../shared/documents/canonical.ts';
import { entry } from '../../../../shared/ledger/entry.ts';
import { chainHash, sha256 } from '../../../../shared/ledger/fingerprint.ts';
import { headCode } from '../../../../shared/ledger/head.ts';
import type { Line, Tip } from '../../../../shared/ledger/line.ts';
import { receiptCode } from '../../../../shared/ledger/receipt.ts';
import type { ChainLink, LedgerFile } from '../../../../shared/records/file.ts';
import { verify } from '../../../../shared/records/verify.ts';
import { play } from '../decisions/northvale.ts';
import { chronicle } from './chronicle.ts';
import { BLOCKS, bytesOf, fileOf, headOf, keyOf, sealed, verified, wrongs } from './recordFile.ts';

const KEY = keyOf(1);
const OTHER_KEY = keyOf(2);

function played(id: string) {
  const book = chronicle();
  play(id, book.told);
  return book;
}

/** A small ledger about no decision, so that every byte of it can be tried. */
function small() {
  const book = chronicle('value1');
  book.add([entry('noted', 5, 'actor1', { n: 1 }, { reason: 'because' })], 6);
  book.add([entry('noted', 7, 'actor2', { n: 2 })], 8);
  return book;
}

/** The file with its seal made anew, as somebody who has the key could. */
function resealed(file: LedgerFile, more: Partial<LedgerFile>): LedgerFile {
  const { seal: _, ...rest } = { ...file, ...more };
  return sealed(rest, KEY);
}

describe('a whole record', () => {
  it.each(['D1', 'D2', 'D3', 'D4', 'D5', 'D6'])(
    '[DEC40] %s: everything holds, and is told in words',
    async (id) => {
      const book = played(id);
      const head = headOf(book.linked[3] as (typeof book.linked)[number], KEY);
      const receipt = book.linked[4] as (typeof book.linked)[number];
      const kept = [
        headCode('p', head),
        receiptCode({ seq: receipt.line.seq, hash: receipt.hash }),
        receiptCode({ seq: null, hash: receipt.hash }),
      ];
      const { verdict, findings, decisions, about } = await verified(bytesOf(fileOf(book, KEY)), kept);
      expect(findings.filter(({ weight }) => weight === 'broken')).toEqual([]);
      expect(verdict).toBe('holds');
      expect(findings.filter(({ check, weight }) => check === 'kept' && weight === 'holds')).toHaveLength(3);
      expect(decisions).toMatchObject([{ number: 1, counted: 'same' }]);
      expect(decisions[0]?.question).not.toBeNull();
      expect(decisions[0]?.rounds.length).toBeGreaterThan(0);
      expect(about).toMatchObject({ partnership: 'Northvale', lines: book.linked.length });
    },
  );

  it('[LEDGER9] with every text erased, everything that is left holds', async () => {
    const { linked } = played('D4');
    const { verdict, findings, decisions } = await verified(bytesOf(fileOf({ linked, texts: [] }, KEY)));
    expect(verdict).toBe('holds');
    expect(decisions).toMatchObject([{ counted: 'same', question: null }]);
    expect(findings.find(({ check, weight }) => check === 'words' && weight === 'note')?.says).toContain(
      'erased',
    );
  });
});

describe('a file that was changed', () => {
  it('[LEDGER6] every single byte counts: each one changed, taken out or doubled is found', async () => {
    const bytes = bytesOf(fileOf(small(), KEY));
    expect(await wrongs(bytes)).toEqual([]);
    const unseen: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      const put = (...middle: number[]) =>
        Uint8Array.of(...bytes.subarray(0, at), ...middle, ...bytes.subarray(at + 1));
      for (const [how, changed] of [
        ['flipped', put(byte ^ 1)],
        ['turned', put(byte ^ 0x20)],
        ['gone', put()],
        ['twice', put(byte, byte)],
        ['spaced', put(0x20, byte)],
      ] as const)
        if ((await wrongs(changed)).length === 0) unseen.push(`${how} at ${at}`);
    }
    expect(unseen).toEqual([]);
  }, 120_000);

  it('[LEDGER6] in the record of a real decision, changed bytes all over it are found', async () => {
    const bytes = bytesOf(fileOf(played('D4'), KEY));
    const unseen: number[] = [];
    // A step that is prime to the file's patterns: about 250 places, evenly spread.
    const step = Math.floor(bytes.length / 250) | 1;
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (bytes[at] as number) ^ (1 << (at % 7));
      if ((await wrongs(changed)).length === 0) unseen.push(at);
    }
    expect(unseen).toEqual([]);
  }, 120_000);

  it('[LEDGER6] a line end, a byte order mark or a nicer layout make it another file, and that is said', async () => {
    const file = fileOf(small(), KEY);
    const text = canonicalJson(file);
    for (const other of [`${text}\n`, `\ufeff${text}`, JSON.stringify(file, null, 2), '', '{}', 'null', '[]'])
      expect((await wrongs(new TextEncoder().encode(other)))[0]).toMatch(/^form: /);
    expect((await wrongs(Uint8Array.of(0xff, 0xfe)))[0]).toContain('can’t be read');
    const newer = canonicalJson({ ...file, v: 2 });
    expect((await wrongs(new TextEncoder().encode(newer)))[0]).toContain('newer version');
  });
});

describe('a ledger that was changed by somebody who has the key', () => {
  const book = played('D4');
  const file = fileOf(book, KEY);
  const { chain } = file;
  const swapped = chain.map(
    (link, index) => (index === 5 ? chain[6] : index === 6 ? chain[5] : link) as ChainLink,
  );

  it.each<[string, readonly ChainLink[]]>([
    ['two lines swapped', swapped],
    ['a line left out', chain.filter((_, index) => index !== 7)],
    ['a line put in', [...chain.slice(0, 7), chain[6] as ChainLink, ...chain.slice(7)]],
    ['the first line left out', chain.slice(1)],
    [
      'a line changed',
      chain.map((link, index) => (index === 7 && 'line' in link ? { line: { ...link.line, at: 1 } } : link)),
    ],
    [
      'a line held back under another hash',
      chain.map((link, index) => (index === 7 ? { held: 'a'.repeat(64) } : link)),
    ],
    ['lines cut off at the end', chain.slice(0, -2)],
  ])('[LEDGER6] %s is found', async (_what, changed) => {
    expect(await wrongs(resealed(file, { chain: changed }))).not.toEqual([]);
  });

  it('[LEDGER6] the chain alone finds a line that was changed, wherever it is, but at the very end', async () => {
    const found = await Promise.all(
      chain.slice(0, -1).map(async (_, at) => {
        const forged = chain.map((link, index) =>
          index === at && 'line' in link ? { line: { ...link.line, salt: 'another' } } : link,
        );
        const said = await wrongs(resealed(file, { chain: forged, heads: [] }));
        return said.filter((each) => each.startsWith('chain: Line')).length;
      }),
    );
    expect(found).toEqual(found.map(() => 1));
  });

  it('[LEDGER6] each text alone is held by its line', async () => {
    for (const [at, { seq, name }] of file.words.entries()) {
      const words = file.words.map((each, index) =>
        index === at ? { ...each, text: `${each.text}.` } : each,
      );
      expect((await wrongs(resealed(file, { words })))[0]).toContain(`The text “${name}” of line ${seq}`);
    }
  });

  it('[DEC39] lines cut off with the heads that tell of them are found by one mail that was kept', async () => {
    const shorter = {
      chain: chain.slice(0, -2),
      heads: [],
      words: file.words.filter(({ seq }) => seq <= chain.length - 2),
    };
    const last = book.linked.at(-1) as (typeof book.linked)[number];
    const mail = headCode('p', headOf(last, KEY));
    const madeAt = last.line.at;
    expect((await wrongs(resealed(file, { ...shorter, madeAt }), [mail])).join()).toContain(
      'lines are missing',
    );
    for (const honest of [{ madeAt: madeAt - 1 }, { madeAt, endsEarly: true }]) {
      const { findings } = await verified(bytesOf(resealed(file, { ...shorter, ...honest })), [mail]);
      expect(findings.find(({ check }) => check === 'kept')).toMatchObject({ weight: 'note' });
    }
  });

  it('[DEC39] a ledger rewritten from its first line, and signed anew, is found by one receipt or one mail', async () => {
    const rewritten = rewrite(book, (line) =>
      line.kind === 'drafted' ? { ...line, at: line.at + 1 } : line,
    );
    const forged = fileOf(rewritten, KEY);
    expect(await wrongs(forged)).toEqual([]);
    const old = book.linked[9] as (typeof book.linked)[number];
    const receipt = { seq: old.line.seq, hash: old.hash };
    expect(await wrongs(forged, [receiptCode(receipt)])).toEqual([
      'kept: Your receipt for line 10 does not fit. This ledger was rewritten.',
    ]);
    expect(await wrongs(forged, [headCode('p', headOf(old, KEY))])).toHaveLength(1);
    const hidden = await verified(bytesOf(forged), [receiptCode({ seq: null, hash: old.hash })]);
    expect(hidden.findings.find(({ check }) => check === 'kept')?.weight).toBe('note');
  });

  it('[DEC40] a rewritten ledger with another vote in it does not even need a receipt', async () => {
    const rewritten = rewrite(book, (line) =>
      line.payload.choice === 'against' ? { ...line, payload: { ...line.payload, choice: 'for' } } : line,
    );
    expect((await wrongs(fileOf(rewritten, KEY))).map((each) => each.split(':')[0])).toEqual(['counts']);
  });

  it('[LEDGER6] texts, proposals and sealed words that are not those of the lines are found', async () => {
    const [first, ...others] = file.words;
    if (!first) throw new Error('no words');
    expect(
      await wrongs(resealed(file, { words: [{ ...first, text: `${first.text}.` }, ...others] })),
    ).not.toEqual([]);
    expect(await wrongs(resealed(file, { words: [first, ...file.words] }))).not.toEqual([]);
    expect(await wrongs(resealed(file, { words: [...file.words, { ...first, seq: 9999 }] }))).not.toEqual([]);
    const text = { decision: 'decision', hash: hashBlocks(BLOCKS), blocks: BLOCKS };
    expect((await wrongs(resealed(file, { texts: [text] })))[0]).toContain('no decision is bound to');
    const bound = rewrite(book, (line) =>
      line.kind === 'opened' ? { ...line, payload: { ...line.payload, proposal: text.hash } } : line,
    );
    const good = resealed(fileOf(bound, KEY), { texts: [text], words: [] });
    expect((await wrongs(good)).filter((each) => each.startsWith('texts'))).toEqual([]);
    const [heading, paragraph] = BLOCKS;
    const other = { ...text, blocks: [heading, { ...paragraph, kind: 'quote' }] as typeof BLOCKS };
    expect((await wrongs(resealed(good, { texts: [other] }))).join()).toContain('not those that were sealed');
  });

  it('[LEDGER6] words that tell of another rule than the one that was sealed are found', async () => {
    const told = chronicle();
    const opened = book.linked.find(({ line }) => line.kind === 'opened')?.line;
    const whole = JSON.parse(textOf(book, 'sealed'));
    const other = { ...whole, rule: { ...whole.rule, minorityDays: whole.rule.minorityDays + 1 } };
    told.add([entry('opened', 1, 'a', opened?.payload, { sealed: JSON.stringify(other) })], 1);
    expect((await wrongs(fileOf(told, KEY))).join()).toContain('tell of another rule');
  });
});

describe('signatures', () => {
  const book = played('D1');
  const file = fileOf(book, KEY);

  it('[DEC39] a head with a false signature, of another chain, or of another partnership is found', async () => {
    const [head] = file.heads;
    if (!head) throw new Error('no head');
    const forged = { ...head, at: head.at + 1 };
    expect((await wrongs(resealed(file, { heads: [forged] }))).join()).toContain('is false');
    const last = book.linked.at(-1) as (typeof book.linked)[number];
    const elsewhere = headOf({ ...last, hash: 'f'.repeat(64) }, KEY);
    expect((await wrongs(resealed(file, { heads: [elsewhere] }))).join()).toContain('another chain');
    const strange = headOf({ ...last, line: { ...last.line, partnership: 'q' } }, KEY);
    expect((await wrongs(resealed(file, { heads: [strange] }))).join()).toContain('is false');
    expect((await wrongs(file, [headCode('q', strange)])).join()).toContain('another partnership');
    expect((await wrongs(file, [headCode('p', forged)])).join()).toContain('is false');
    expect((await wrongs(file, ['nonsense'])).join()).toContain('not a receipt');
  });

  it('[DEC39] another key than that of a mail that was kept is told', async () => {
    const { findings } = await verified(bytesOf(fileOf(book, OTHER_KEY)), [
      headCode('p', file.heads[0] as never),
    ]);
    expect(findings.find(({ check }) => check === 'kept')).toMatchObject({ weight: 'note' });
    expect(findings.find(({ check }) => check === 'kept')?.says).toContain('another key');
  });

  it('[LEDGER6] a name that was changed is found by the seal, and a file without one says so', async () => {
    const names = { ...file.names, seats: [{ id: 'G1', name: 'Somebody else', side: 'community_provider' }] };
    expect((await wrongs({ ...file, names })).join()).toContain('changed after it was made');
    const { verdict, findings } = await verified(bytesOf({ ...file, seal: null }));
    expect(verdict).toBe('holds');
    expect(findings.find(({ check }) => check === 'seal')).toMatchObject({ weight: 'note' });
  });

  it('[LEDGER6] where signatures cannot be checked, the record does not pass', async () => {
    const check = () => Promise.reject(new Error('Unrecognized name.'));
    const { verdict, findings } = await verify({ bytes: bytesOf(file), kept: [], check });
    expect(verdict).toBe('broken');
    expect(findings.at(-1)?.says).toContain('newer browser');
  });
});

it('[LEDGER5] lines that are held back keep their place: the chain holds, and their decision is not counted', async () => {
  const book = played('D2');
  const file = fileOf(book, KEY);
  const held = file.chain.map((link) =>
    'line' in link && link.line.kind === 'position_taken' ? { held: sha256(canonicalJson(link.line)) } : link,
  );
  const kept = new Set(held.flatMap((link) => ('line' in link ? [link.line.seq] : [])));
  const part = resealed(file, {
    chain: held,
    words: file.words.filter(({ seq }) => kept.has(seq)),
    decisions: [{ id: 'decision', number: 1, whole: false }],
  });
  const { verdict, findings, decisions } = await verified(bytesOf(part));
  expect(verdict).toBe('holds');
  expect(decisions).toMatchObject([{ counted: 'not_counted' }]);
  expect(findings.filter(({ weight }) => weight === 'note').map(({ check }) => check)).toContain('chain');
});

function textOf({ texts }: ReturnType<typeof chronicle>, name: string): string {
  return texts.find((each) => each.name === name)?.text ?? '';
}

/** The same ledger, changed, with every hash after that made anew: what somebody who holds the database can do. */
function rewrite(book: ReturnType<typeof chronicle>, change: (line: Line) => Line) {
  let tip: Tip = { seq: 0, hash: '0'.repeat(64) };
  const linked = book.linked.map(({ line: old }) => {
    const line = { ...change(old), prev: tip.hash };
    const text = canonicalJson(line);
    const hash = chainHash(tip.hash, sha256(text));
    tip = { seq: line.seq, hash };
    return { line, text, hash };
  });
  return { ...book, linked };
}
