import { createPrivateKey, createPublicKey, type KeyObject, sign, webcrypto } from 'node:crypto';
import { canonicalJson } from '../../../../shared/canonicalJson.ts';
import type { Block } from '../../../../shared/documents/blocks.ts';
import { NO_LINE } from '../../../../shared/ledger/fingerprint.ts';
import { type Head, headStatement } from '../../../../shared/ledger/head.ts';
import type { Linked } from '../../../../shared/ledger/line.ts';
import { signatureCheck } from '../../../../shared/ledger/signatures.ts';
import { FILE_KIND, FILE_VERSION, type LedgerFile, sealStatement } from '../../../../shared/records/file.ts';
import { verify } from '../../../../shared/records/verify.ts';
import type { chronicle } from './chronicle.ts';

export const check = signatureCheck(webcrypto.subtle as SubtleCrypto);

/** A key that is the same in every run: its secret is 32 times this byte. */
export function keyOf(byte: number) {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, byte),
  ]);
  const secret = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret as KeyObject).export({ format: 'jwk' }).x as string;
  return {
    publicKey,
    sign: (text: string) => sign(null, Buffer.from(text), secret).toString('base64url'),
  };
}
export type Key = ReturnType<typeof keyOf>;

export function headOf({ line, hash }: Linked, key: Key): Head {
  const bare = { seq: line.seq, hash, at: line.at };
  return { ...bare, publicKey: key.publicKey, signature: key.sign(headStatement(line.partnership, bare)) };
}

/** The whole ledger of a chronicle as a file, with a head at its end, sealed. */
export function fileOf(
  { linked, texts }: Pick<ReturnType<typeof chronicle>, 'linked' | 'texts'>,
  key: Key,
  more: Partial<LedgerFile> = {},
): LedgerFile {
  const last = linked.at(-1);
  const subjects = [...new Set(linked.map(({ line }) => line.subject))];
  return sealed(
    {
      v: FILE_VERSION,
      kind: FILE_KIND,
      madeAt: 1,
      about: { kind: 'partnership' },
      partnership: { id: 'p', name: 'Northvale' },
      first: 1,
      before: NO_LINE,
      chain: linked.map(({ text }) => ({ line: JSON.parse(text) })),
      words: texts,
      heads: last ? [headOf(last, key)] : [],
      texts: [],
      decisions: subjects.map((id, index) => ({ id, number: index + 1, whole: true })),
      names: { seats: [{ id: 'G1', name: 'Skelby', side: 'community_provider' }], people: [], values: [] },
      endsEarly: false,
      ...more,
    },
    key,
  );
}

export function sealed(file: Omit<LedgerFile, 'seal'>, key: Key): LedgerFile {
  const open = { ...file, seal: null };
  return { ...open, seal: { publicKey: key.publicKey, signature: key.sign(sealStatement(open)) } };
}

export const bytesOf = (file: LedgerFile) => new TextEncoder().encode(canonicalJson(file));
export const verified = (bytes: Uint8Array, kept: readonly string[] = []) => verify({ bytes, kept, check });

/** What is wrong with a file, in words. */
export async function wrongs(file: LedgerFile | Uint8Array, kept: readonly string[] = []): Promise<string[]> {
  const { findings } = await verified(file instanceof Uint8Array ? file : bytesOf(file), kept);
  return findings
    .filter(({ weight }) => weight === 'broken')
    .map(({ check: which, says }) => `${which}: ${says}`);
}

export const BLOCKS: readonly Block[] = [
  { kind: 'heading1', runs: [{ text: 'Shared trips' }] },
  { kind: 'paragraph', runs: [{ text: 'Two buses, ' }, { text: 'every day', marks: ['bold'] }] },
];
