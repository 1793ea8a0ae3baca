import { lockWords, makeKey, NoKey, readKey, unlockWords } from '../../db/serverKey.ts';

/**
 * Locks names with a key that is kept in a file of its own, outside the database: who has a copy of the
 * database has no names. AES-256-GCM; each name is bound to its member, so that one can't be put behind another.
 */
export interface NameSeal {
  /** `mayMakeKey` must be false when anything is sealed already: a new key would never open it. Throws `NoKey`. */
  seal(memberId: string, name: string, mayMakeKey: boolean): Buffer;
  /** Throws `NoKey` if this key does not open it. */
  open(memberId: string, sealed: Uint8Array): string;
}

export function nameSeal(keyFile: string): NameSeal {
  let known: Buffer | undefined;
  return {
    seal(memberId, name, mayMakeKey) {
      known ??= readKey(keyFile) ?? (mayMakeKey ? makeKey(keyFile) : undefined);
      if (!known) throw new NoKey();
      return lockWords(known, memberId, name);
    },
    open(memberId, sealed) {
      known ??= readKey(keyFile);
      if (!known) throw new NoKey();
      return unlockWords(known, memberId, sealed);
    },
  };
}
