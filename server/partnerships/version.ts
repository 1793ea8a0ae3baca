import { createHash } from 'node:crypto';

/**
 * Stands for how something looks: the same for the same look, another for any other. A change names the version
 * that its maker saw, so that of two people who change one thing at once the second is told, not overruled.
 */
export function versionOf(look: unknown): string {
  return createHash('sha256').update(JSON.stringify(look)).digest('hex').slice(0, 16);
}
