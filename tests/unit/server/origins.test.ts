import { expect, it } from 'vitest';
import { isOwnHost, isOwnPage } from '../../../server/origins.ts';

const local = { baseUrl: undefined, host: '127.0.0.1' };
const everywhere = { baseUrl: undefined, host: '0.0.0.0' };
const named = { baseUrl: undefined, host: 'plans.local' };
const proxied = { baseUrl: 'https://plans.example', host: '127.0.0.1' };
const page = (host: string, origin?: string, fetchSite?: string) => ({ host, origin, fetchSite });

it.each([
  [local, '127.0.0.1:8787', true],
  [local, 'localhost:8787', true],
  [local, '[::1]:8787', true],
  [everywhere, '192.168.1.5:8787', true],
  [named, 'plans.local', true],
  [named, 'PLANS.local:80', true],
  [local, 'evil.example:8787', false],
  [everywhere, 'evil.example', false],
  [local, '127.0.0.1.evil.example', false],
  [local, 'localhost.evil.example', false],
  [local, '', false],
  [local, undefined, false],
  [proxied, 'anything.internal', true],
])('[HTTP6] with %o, the name %s is ours: %s', (config, host, ours) => {
  expect(isOwnHost(config, host)).toBe(ours);
});

it.each([
  [local, page('127.0.0.1:8787', 'http://127.0.0.1:8787', 'same-origin'), true],
  [local, page('127.0.0.1:8787'), true],
  [local, page('127.0.0.1:8787', 'http://127.0.0.1:8788'), false],
  [local, page('127.0.0.1:8787', 'https://127.0.0.1:8787'), false],
  [local, page('127.0.0.1:8787', 'http://127.0.0.1:8787', 'same-site'), false],
  [local, page('127.0.0.1:8787', undefined, 'cross-site'), false],
  [local, page('evil.example', 'http://evil.example', 'same-origin'), false],
  [proxied, page('127.0.0.1', 'https://plans.example', 'same-origin'), true],
  [proxied, page('plans.example', 'https://plans.example.evil.example'), false],
  [proxied, page('plans.example', 'http://plans.example'), false],
  [proxied, page('127.0.0.1', 'http://127.0.0.1'), false],
  [proxied, page('plans.example', 'null'), false],
  [proxied, page('plans.example', ''), false],
])('[HTTP4] with %o, a page like %o is ours: %s', (config, from, ours) => {
  expect(isOwnPage(config, from)).toBe(ours);
});
