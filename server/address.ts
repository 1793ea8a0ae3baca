import { isIPv6 } from 'node:net';

/**
 * Which network a request came from, for counting. `remote` is who opened the connection; each of our own
 * `proxies` in front has put the address that it saw at the end of `X-Forwarded-For`, and everything before
 * that is whatever the sender liked to claim.
 */
export function networkOf(remote: string, forwardedFor: string | undefined, proxies: number): string {
  const claimed = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const seen = [...claimed.filter((part) => part !== ''), remote];
  return network(seen.at(-1 - proxies) ?? seen[0] ?? '');
}

/** One line at home has a whole /64 of IPv6 addresses to itself, so that is what counts as one. */
function network(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(bare)) return bare;
  const [left = '', right] = bare.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const middle =
    right === undefined ? [] : Array<string>(8 - groups(left).length - groups(right).length).fill('0');
  const all = [...groups(left), ...middle, ...groups(right ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
