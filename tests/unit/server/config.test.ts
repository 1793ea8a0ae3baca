import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

it('[CONF6] with no settings at all it serves the example on this machine alone', () => {
  expect(readConfig({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    baseUrl: undefined,
    smtp: undefined,
    proxies: 0,
    dataFolder: './data',
    pseudonymKey: 'data/keys/pseudonym.key',
    ledgerKey: 'data/keys/ledger.key',
    example: true,
    singleSignOn: undefined,
    signUp: { kind: 'anyone' },
    administrators: [],
    logLevel: 'info',
  });
});

it('[CONF6] an empty setting is one that is not set', () => {
  expect(readConfig({ PORT: '', HOST: '', BASE_URL: '', SMTP_URL: '', TRIALOGUE_EXAMPLE: '' })).toEqual(
    readConfig({}),
  );
});

it('[CONF6] every setting is taken', () => {
  expect(
    readConfig({
      PORT: '80',
      HOST: '::',
      BASE_URL: 'https://plans.example/',
      SMTP_URL: 'smtps://mail.example:465',
      MAIL_FROM: 'Plans <plans@council.example>',
      TRUSTED_PROXIES: '1',
      TRIALOGUE_DATA: '/srv/trialogue',
      TRIALOGUE_PSEUDONYM_KEY: '/safe/names.key',
      TRIALOGUE_LEDGER_KEY: '/safe/ledger.key',
      TRIALOGUE_EXAMPLE: '0',
      OIDC_ISSUER: 'https://sign-in.council.example/tenant',
      OIDC_CLIENT_ID: 'trialogue',
      OIDC_CLIENT_SECRET: 'a secret',
      OIDC_NAME: 'your council account',
      OIDC_TRUST_ADDRESSES: '1',
      TRIALOGUE_SIGN_UP: 'Rosa@Charity.example, council.example @nhs.example',
      TRIALOGUE_ADMINISTRATORS: 'it@council.example',
      TRIALOGUE_LOG: 'warn',
      UNRELATED: 'x',
    }),
  ).toEqual({
    port: 80,
    host: '::',
    baseUrl: 'https://plans.example',
    smtp: { url: 'smtps://mail.example:465', from: 'Plans <plans@council.example>' },
    proxies: 1,
    dataFolder: '/srv/trialogue',
    pseudonymKey: '/safe/names.key',
    ledgerKey: '/safe/ledger.key',
    example: false,
    singleSignOn: {
      issuer: 'https://sign-in.council.example/tenant',
      clientId: 'trialogue',
      clientSecret: 'a secret',
      name: 'your council account',
      trustsAddresses: true,
    },
    signUp: {
      kind: 'listed',
      addresses: ['rosa@charity.example'],
      domains: ['council.example', 'nhs.example'],
    },
    administrators: ['it@council.example'],
    logLevel: 'warn',
  });
});

it.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['TRUSTED_PROXIES', '6'],
  ['TRUSTED_PROXIES', 'yes'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['BASE_URL', 'plans.example'],
  ['BASE_URL', 'ftp://plans.example'],
  ['BASE_URL', 'https://plans.example/below'],
  ['BASE_URL', 'https://who:secret@plans.example'],
  ['SMTP_URL', 'https://mail.example'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'Two\nlines <a@b.example>'],
  ['TRIALOGUE_EXAMPLE', 'true'],
  ['TRIALOGUE_EXAMPLE_IN_PUBLIC', 'yes'],
  ['TRIALOGUE_LOG', 'loud'],
  ['OIDC_ISSUER', 'sign-in.council.example'],
  ['OIDC_ISSUER', 'http://sign-in.council.example'],
  ['TRIALOGUE_SIGN_UP', 'everyone'],
  ['TRIALOGUE_SIGN_UP', ','],
  ['TRIALOGUE_ADMINISTRATORS', 'it'],
])('[CONF3] %s=%s is refused by its name, and its value is not said', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`^${name}: `));
  expect(read).not.toThrow(/secret/);
});

it('[CONF3] a mail server needs to know whom mails are from', () => {
  expect(() => readConfig({ SMTP_URL: 'smtps://mail.example:465' })).toThrow(/^MAIL_FROM: /);
});

it('[CONF3] single sign-on needs all of its settings, and trusts the addresses of no service that is open to all', () => {
  const OIDC_ISSUER = 'https://sign-in.example/common/v2.0';
  expect(() => readConfig({ OIDC_ISSUER })).toThrow(/^OIDC_CLIENT_ID: /);
  expect(() => readConfig({ OIDC_ISSUER, OIDC_CLIENT_ID: 'a' })).toThrow(/^OIDC_CLIENT_SECRET: /);
  const env = { OIDC_ISSUER, OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };
  expect(readConfig(env).singleSignOn?.trustsAddresses).toBe(false);
  expect(() => readConfig({ ...env, OIDC_TRUST_ADDRESSES: '1' })).toThrow(/^OIDC_TRUST_ADDRESSES: /);
});

it('[CONF7] example mode listens beyond this machine only when told twice', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'plans.example']) {
    expect(() => readConfig({ HOST })).toThrow(/^HOST: /);
    expect(() => readConfig({ HOST, TRIALOGUE_EXAMPLE: '1' })).toThrow(/^HOST: /);
    expect(readConfig({ HOST, TRIALOGUE_EXAMPLE: '1', TRIALOGUE_EXAMPLE_IN_PUBLIC: '1' }).example).toBe(true);
    expect(readConfig({ HOST, TRIALOGUE_EXAMPLE: '0' }).example).toBe(false);
  }
  for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(readConfig({ HOST }).example).toBe(true);
});

it('[CONF7] a public address turns example mode off, and asking for both needs telling twice', () => {
  const BASE_URL = 'https://plans.example';
  expect(readConfig({ BASE_URL }).example).toBe(false);
  expect(() => readConfig({ BASE_URL, TRIALOGUE_EXAMPLE: '1' })).toThrow(/^BASE_URL: /);
  expect(readConfig({ BASE_URL, TRIALOGUE_EXAMPLE: '1', TRIALOGUE_EXAMPLE_IN_PUBLIC: '1' }).example).toBe(
    true,
  );
  expect(readConfig({ BASE_URL: 'http://localhost:8787', TRIALOGUE_EXAMPLE: '1' }).example).toBe(true);
});

it('[CONF7] where everyone can read every mail, nobody becomes an administrator by one', () => {
  const open = { TRIALOGUE_EXAMPLE: '1', TRIALOGUE_EXAMPLE_IN_PUBLIC: '1', HOST: '0.0.0.0' };
  const env = { ...open, TRIALOGUE_ADMINISTRATORS: 'it@council.example' };
  expect(() => readConfig(env)).toThrow(/^TRIALOGUE_ADMINISTRATORS: /);
  expect(
    readConfig({ ...env, SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example' }).administrators,
  ).toHaveLength(1);
});

it('[CONF8] every setting is described to whoever runs it', () => {
  const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  const described = [...read('docs/operating.md').matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(([, name]) => name);
  expect(settings.length).toBeGreaterThan(5);
  expect(described.sort()).toEqual(settings.sort());
});
