import { createHash } from 'node:crypto';

/**
 * What a form of a page carries to show that it is from this link's page, with the words as they were there: nobody
 * can work it out who does not hold the link. `shown` stands for what was shown.
 */
export function formProof(token: string, shown: string): string {
  return createHash('sha256').update(`form of a personal link\n${token}\n${shown}`).digest('base64url');
}

export function isProof(proof: string, token: string, shown: string): boolean {
  return proof === formProof(token, shown);
}
