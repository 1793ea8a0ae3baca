import { isIP } from 'node:net';
import type { Config } from './config.ts';

/** The headers of a request that tell whether a page of ours sent it. */
export interface Provenance {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/**
 * Whether the server was asked for by an address of its own. Without a `BASE_URL` that is any bare IP address,
 * localhost or HOST: another name that leads here may belong to a page that had its own name point at us.
 */
export function isOwnHost(config: Pick<Config, 'baseUrl' | 'host'>, host: string | undefined): boolean {
  if (config.baseUrl !== undefined) return true;
  const name = hostname(host);
  return name !== undefined && (isIP(name) !== 0 || name === 'localhost' || name === config.host);
}

/**
 * Whether a request that changes something may be carried out: it comes from a page of ours, or from no page
 * at all (a program sends neither header, and can't be made to carry someone else's cookie).
 */
export function isOwnPage(config: Pick<Config, 'baseUrl' | 'host'>, from: Provenance): boolean {
  if (!isOwnHost(config, from.host)) return false;
  if (from.fetchSite !== undefined && from.fetchSite !== 'same-origin') return false;
  if (from.origin === undefined) return true;
  return from.origin === ownOrigin(config, from.host);
}

/** Where this request's pages live: `BASE_URL`'s origin, or the address that it was sent to. */
export function ownOrigin(config: Pick<Config, 'baseUrl'>, host: string | undefined): string {
  return config.baseUrl === undefined ? `http://${host}` : new URL(config.baseUrl).origin;
}

function hostname(host: string | undefined): string | undefined {
  const address = `http://${host}`;
  if (host === undefined || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^\[|\]$/g, '');
}
