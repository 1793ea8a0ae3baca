import type { Logger } from 'pino';
import type { Db } from '../db/open.ts';
import type { AccessChanges } from './accessChanges.ts';
import type { DecisionSeen } from './comments/about.ts';
import type { Config } from './config.ts';
import type { DocumentContent } from './documents/content.ts';
import type { Changes } from './live/changes.ts';
import type { Mailer } from './mail/mailer.ts';
import type { SignIns } from './people/signIn.ts';

/** Everything a request handler may need, made once in main.ts; tests make their own. */
export interface Context {
  readonly config: Config;
  readonly db: Db;
  /** Milliseconds since 1970: the only clock on the server. */
  readonly now: () => number;
  /** A new random id, safe in an address. */
  readonly newId: () => string;
  readonly log: Logger;
  readonly signIns: SignIns;
  readonly accessChanges: AccessChanges;
  /** Tells open pages what has changed. */
  readonly changes: Changes;
  readonly content: DocumentContent;
  /** What comments must know of a decision; undefined for one that does not exist. */
  readonly decisionSeen: (decisionId: string) => DecisionSeen | undefined;
  /** Sends what `queueMail` put in the queue: wake it after the commit. */
  readonly mail: Mailer;
  /** Where people open Trialogue, without a slash at the end. Links in mails begin with it, never with a header. */
  readonly address: () => string;
}
