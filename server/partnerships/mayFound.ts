import type { Config } from '../config.ts';
import type { SignedIn } from '../people/signIn.ts';

/** Whether someone who is signed in may set up a partnership on this server. */
export function mayFound({ example }: Config, signedIn: SignedIn | undefined): boolean {
  return signedIn !== undefined && example;
}
