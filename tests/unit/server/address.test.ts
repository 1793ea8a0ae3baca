import fc from 'fast-check';
import { expect, it } from 'vitest';
import { networkOf } from '../../../server/address.ts';

it('[ADDR1] without a proxy of ours, what a sender claims counts for nothing', () => {
  expect(networkOf('198.51.100.7', '203.0.113.1', 0)).toBe('198.51.100.7');
  expect(networkOf('198.51.100.7', undefined, 0)).toBe('198.51.100.7');
});

it('[ADDR1] behind one proxy, the address that it saw counts, and not what was claimed before', () => {
  expect(networkOf('127.0.0.1', '203.0.113.1', 1)).toBe('203.0.113.1');
  expect(networkOf('127.0.0.1', 'anything, 203.0.113.1', 1)).toBe('203.0.113.1');
  fc.assert(
    fc.property(fc.string(), (claim) => networkOf('127.0.0.1', `${claim},203.0.113.1`, 1) === '203.0.113.1'),
  );
});

it('[ADDR1] behind two proxies, the first of them is believed', () => {
  expect(networkOf('127.0.0.1', 'claimed, 203.0.113.1, 192.0.2.9', 2)).toBe('203.0.113.1');
});

it('[ADDR1] a request that did not come through the proxies counts as where it came from', () => {
  expect(networkOf('192.0.2.9', undefined, 1)).toBe('192.0.2.9');
});

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
])('[ADDR2] %s is in %s: one line at home is one sender', (address, network) => {
  expect(networkOf(address, undefined, 0)).toBe(network);
});
