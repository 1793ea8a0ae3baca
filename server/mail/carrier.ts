import type { ClaimedMail } from './store.ts';

/** How a try to hand a mail on ended. A problem never holds an address. */
export type Carried =
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'failed';
      readonly problem: string;
      /** Trying again can't help: the mail server knows no such address, or will not take the mail. */
      readonly forGood: boolean;
      /** It is the address that was refused, and not the mail or ourselves. */
      readonly badAddress?: boolean;
    };

/** Hands mails on: to a mail server, or to a folder where there is none. Does not throw. */
export interface Carrier {
  carry(mail: ClaimedMail): Promise<Carried>;
  close(): void;
}
