import { join } from 'node:path';
import { z } from 'zod';
import { emailAddress } from '../shared/people/emailAddress.ts';
import type { SignUp } from '../shared/people/signUp.ts';

/** The only file that reads the environment. Every setting is described in docs/operating.md. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1');

/** An address, or a name and an address in angle brackets; nothing that could start another line of a mail's head. */
const SENDER = /^(?:[^\s@<>]+@[^\s@<>]+|[^@<>\r\n"]+ <[^\s@<>]+@[^\s@<>]+>)$/;

const environment = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://trialogue.example' })
    .refine(isOrigin, 'must be a web address with nothing after the name, such as https://trialogue.example')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://mail.example:587' })
    .optional(),
  TRIALOGUE_REPLY_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?:[a-z0-9-]+\.)*[a-z0-9-]+$/, 'must be a domain such as reply.council.example')
    .optional(),
  TRIALOGUE_INBOUND_PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .optional(),
  TRIALOGUE_INBOUND_HOST: z.string().min(1).default('127.0.0.1'),
  TRIALOGUE_INBOUND_SECRET: z.string().min(24, 'must have at least 24 characters').optional(),
  MAIL_FROM: z
    .string()
    .regex(SENDER, 'must be an address such as plans@council.example, or Trialogue <plans@council.example>')
    .optional(),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 5')
    .max(5, 'must be 0 to 5')
    .default(0),
  TRIALOGUE_DATA: z.string().min(1).default('./data'),
  TRIALOGUE_PSEUDONYM_KEY: z.string().min(1).optional(),
  TRIALOGUE_LEDGER_KEY: z.string().min(1).optional(),
  TRIALOGUE_EXAMPLE: flag.optional(),
  TRIALOGUE_EXAMPLE_IN_PUBLIC: flag.default(false),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be a web address such as https://sign-in.council.example' })
    .refine(isSafeIssuer, 'must begin with https://, unless it is on this machine')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be 60 letters or fewer').default('your organisation’s account'),
  OIDC_TRUST_ADDRESSES: flag.default(false),
  TRIALOGUE_SIGN_UP: z.string().optional(),
  TRIALOGUE_ADMINISTRATORS: z.string().default(''),
  TRIALOGUE_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be silent, error, warn, info or debug',
    })
    .default('info'),
});

/** Mails to addresses of `domain` come to a port of ours, or are posted to us with a secret, or both. */
interface Inbound {
  readonly domain: string;
  readonly listen: { readonly host: string; readonly port: number } | undefined;
  readonly secret: string | undefined;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people reach the server, without a slash at the end; undefined means "as it is listening". */
  readonly baseUrl: string | undefined;
  /** The mail server, and whom mails are from; undefined means that they go to the outbox folder. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** How mails come in, if they do: at addresses of this domain. */
  readonly inbound: Inbound | undefined;
  /** How many web servers of ours stand in front, each of which says whom it passes on. */
  readonly proxies: number;
  /** The folder that holds the database and everything else that must be kept. */
  readonly dataFolder: string;
  /** The file with the key to the names behind chosen ones. It is made when the first name is sealed. */
  readonly pseudonymKey: string;
  /** The file with the key that signs the ledgers. It is made when the first is signed. */
  readonly ledgerKey: string;
  /** Anyone may sign in as anyone of the example partnership. */
  readonly example: boolean;
  /** An outside sign-in service (OpenID Connect), if there is one. */
  readonly singleSignOn:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        /** What people call it. */
        readonly name: string;
        /** It is one organisation's own, and gives out only addresses that are its people's, without saying so. */
        readonly trustsAddresses: boolean;
      }
    | undefined;
  /** Who may come without an invitation. */
  readonly signUp: SignUp;
  /** The mail addresses of those who look after accounts, in small letters. */
  readonly administrators: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** A setting that can't be used; the message names the variable and says what it should be. */
export class ConfigError extends Error {}

/**
 * Reads and checks the settings. Example mode is on unless the server is given a public address
 * (`BASE_URL`) or told otherwise, and refuses to listen beyond this machine unless told twice.
 * Throws `ConfigError` with every wrong variable in its message.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environment.safeParse(withoutBlanks(env));
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const { data } = parsed;
  const example = data.TRIALOGUE_EXAMPLE ?? data.BASE_URL === undefined;
  const inPublic = data.TRIALOGUE_EXAMPLE_IN_PUBLIC;
  if (example && data.BASE_URL !== undefined && !inPublic && !isLoopback(new URL(data.BASE_URL).hostname))
    throw new ConfigError(
      'BASE_URL: example mode lets anyone sign in as anyone, so it will not serve a public address. ' +
        'Set TRIALOGUE_EXAMPLE=0, or, if you mean it, TRIALOGUE_EXAMPLE_IN_PUBLIC=1.',
    );
  if (example && !isLoopback(data.HOST) && !inPublic)
    throw new ConfigError(
      `HOST: example mode lets anyone sign in as anyone, so it will not listen on ${data.HOST}. ` +
        'Set TRIALOGUE_EXAMPLE=0, or, if you mean it, TRIALOGUE_EXAMPLE_IN_PUBLIC=1.',
    );
  const administrators = addressesIn('TRIALOGUE_ADMINISTRATORS', data.TRIALOGUE_ADMINISTRATORS);
  if (example && inPublic && data.SMTP_URL === undefined && administrators.length > 0)
    throw new ConfigError(
      'TRIALOGUE_ADMINISTRATORS: example mode without SMTP_URL shows every mail to everyone, so anyone could sign in as an administrator.',
    );
  return {
    port: data.PORT,
    host: data.HOST,
    baseUrl: data.BASE_URL?.replace(/\/+$/, ''),
    smtp: smtpOf(data),
    inbound: inboundOf(data),
    proxies: data.TRUSTED_PROXIES,
    dataFolder: data.TRIALOGUE_DATA,
    pseudonymKey: data.TRIALOGUE_PSEUDONYM_KEY ?? join(data.TRIALOGUE_DATA, 'keys', 'pseudonym.key'),
    ledgerKey: data.TRIALOGUE_LEDGER_KEY ?? join(data.TRIALOGUE_DATA, 'keys', 'ledger.key'),
    example,
    singleSignOn: singleSignOnOf(data),
    signUp: signUpOf(data.TRIALOGUE_SIGN_UP ?? (example ? 'anyone' : 'nobody')),
    administrators,
    logLevel: data.TRIALOGUE_LOG,
  };
}

function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof environment>): Config['smtp'] {
  if (url === undefined) return undefined;
  if (from === undefined)
    throw new ConfigError('MAIL_FROM: must say whom mails are from when SMTP_URL is set.');
  return { url, from };
}

function inboundOf(data: z.infer<typeof environment>): Inbound | undefined {
  const { TRIALOGUE_REPLY_DOMAIN: domain, TRIALOGUE_INBOUND_PORT: port } = data;
  const { TRIALOGUE_INBOUND_SECRET: secret, TRIALOGUE_INBOUND_HOST: host } = data;
  const ways = port !== undefined || secret !== undefined;
  if (domain === undefined) {
    if (ways) throw new ConfigError('TRIALOGUE_REPLY_DOMAIN: must say at which domain mails come in.');
    return undefined;
  }
  if (!ways)
    throw new ConfigError(
      'TRIALOGUE_REPLY_DOMAIN: set TRIALOGUE_INBOUND_PORT or TRIALOGUE_INBOUND_SECRET too, or replies come nowhere.',
    );
  return { domain, listen: port === undefined ? undefined : { host, port }, secret };
}

function singleSignOnOf(data: z.infer<typeof environment>): Config['singleSignOn'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined) return undefined;
  if (clientId === undefined)
    throw new ConfigError('OIDC_CLIENT_ID: must be set when OIDC_ISSUER is: the service gives it to you.');
  if (clientSecret === undefined)
    throw new ConfigError(
      'OIDC_CLIENT_SECRET: must be set when OIDC_ISSUER is: the service gives it to you.',
    );
  if (data.OIDC_TRUST_ADDRESSES && /\/(?:common|organizations|consumers)\b/.test(issuer))
    throw new ConfigError(
      'OIDC_TRUST_ADDRESSES: this OIDC_ISSUER is open to other organisations, whose people could claim any address.',
    );
  return {
    issuer,
    clientId,
    clientSecret,
    name: data.OIDC_NAME,
    trustsAddresses: data.OIDC_TRUST_ADDRESSES,
  };
}

/** Who someone is must not travel where others could change it. */
function isSafeIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}

const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/;

/** `anyone`, `nobody`, or addresses and domains with commas or spaces between them. */
function signUpOf(words: string): SignUp {
  if (words === 'anyone' || words === 'nobody') return { kind: words };
  const listed = listIn(words);
  const domains = listed.map((one) => one.replace(/^@/, '')).filter((one) => DOMAIN.test(one));
  const addresses = listed.filter((one) => emailAddress(one) !== undefined);
  if (domains.length + addresses.length < listed.length || listed.length === 0)
    throw new ConfigError(
      'TRIALOGUE_SIGN_UP: must be nobody, anyone, or mail addresses and domains such as council.example',
    );
  return { kind: 'listed', addresses, domains };
}

function addressesIn(name: string, words: string): readonly string[] {
  const listed = listIn(words);
  if (listed.every((one) => emailAddress(one) !== undefined)) return listed;
  throw new ConfigError(`${name}: must be mail addresses with commas between them`);
}

function listIn(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '');
}

function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[|\]$/g, ''));
}

/** Pages, cookies and sockets belong to a whole origin, so that an address can't be a part of one. */
function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, pathname, search, hash } = new URL(address);
  return username + password + search + hash === '' && pathname === '/';
}

/** `PORT=` in a settings file means "not set", not "the empty port". */
function withoutBlanks(env: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}
