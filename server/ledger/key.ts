import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The file with the ledger's key is missing, or has no Ed25519 key in it. */
export class NoLedgerKey extends Error {}

/** Signs as this server. Both the key's public half and signatures are base64url, as they stand in mails and files. */
export interface Signer {
  readonly publicKey: string;
  sign(text: string): string;
}

/**
 * The key in this file (PEM, as `openssl genpkey -algorithm ed25519` makes it too). `mayMake`: make one when there is
 * none; it must be false once anything has been signed, so that a key that was lost is noticed and never replaced in
 * silence. Throws `NoLedgerKey`.
 */
export function ledgerSigner(file: string, mayMake: boolean): Signer {
  const secret = readKey(file) ?? (mayMake ? makeKey(file) : undefined);
  if (!secret) throw new NoLedgerKey(file);
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  return {
    publicKey: String(x),
    sign: (text) => sign(null, Buffer.from(text), secret).toString('base64url'),
  };
}

function readKey(file: string): KeyObject | undefined {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, as for a key of another kind.
  }
  throw new NoLedgerKey(file);
}

/** Writes a new key, readable only by this account, and is sure that it is on the disk before it is used. */
function makeKey(file: string): KeyObject {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
  fsyncSync(handle);
  closeSync(handle);
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
  return privateKey;
}
