import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';
import { encodeUtf8 } from 'lib0/string';

/** Whether an Ed25519 signature over a text is by this key. Both are base64url, as keys and signatures are everywhere here. */
export type SignatureCheck = (publicKey: string, text: string, signature: string) => Promise<boolean>;

/** The part of WebCrypto that is needed: Node and browsers have the same, and give it in. */
type Subtle = Pick<SubtleCrypto, 'importKey' | 'verify'>;

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** Throws, once asked, where the browser knows no Ed25519. */
export function signatureCheck(subtle: Subtle): SignatureCheck {
  return async (publicKey, text, signature) => {
    const [raw, bytes] = [bytesOf(publicKey, KEY_BYTES), bytesOf(signature, SIGNATURE_BYTES)];
    if (!raw || !bytes) return false;
    const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, bytes, new Uint8Array(encodeUtf8(text)));
  };
}

/** Of the several ways to write the same bytes only the one that we write is taken. */
function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const bytes = new Uint8Array(fromBase64UrlEncoded(text));
    return bytes.length === length && toBase64UrlEncoded(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
