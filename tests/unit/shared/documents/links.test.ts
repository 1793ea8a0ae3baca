import { expect, it } from 'vitest';
import { linkFromTyped, safeLink } from '../../../../shared/documents/links.ts';

it.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTP://Example.ORG/A?b=c#d', 'http://example.org/A?b=c#d'],
  ['https://xn--fsq.example/', 'https://xn--fsq.example/'],
  ['  https://example.org/a%20b ', 'https://example.org/a%20b'],
  ['mailto:ann@example.org', 'mailto:ann@example.org'],
  ['MAILTO:ann@example.org?subject=Hello', 'mailto:ann@example.org?subject=Hello'],
  ['tel:+44-1632-960000', 'tel:+44-1632-960000'],
])('[LINK1] %s is a link', (typed, address) => {
  expect(safeLink(typed)).toBe(address);
  expect(safeLink(address)).toBe(address);
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'ftp://example.org/',
  'view-source:https://example.org',
  'intent://scan/#Intent;end',
  '//example.org/',
  '/relative',
  'example.org',
  '#anchor',
  '?query',
  '',
  ' ',
  'https:',
  'https://',
  'https:///path',
  'https:example.org',
  'https:\\\\example.org',
  'https://user@example.org/',
  'https://bank.example:pass@evil.example/',
  'https://exa mple.org/',
  'https://example.org/\u202egpj.exe',
  'https://example.org/\u0000',
  'mailto:',
  'mailto:no-at-sign',
  'mailto:a@b c',
  'tel:',
  'tel:javascript',
  `https://example.org/${'a'.repeat(2100)}`,
  undefined,
  null,
  42,
  {},
  ['https://example.org'],
  { toString: () => 'https://example.org' },
])('[LINK1] %j is not a link', (value) => {
  expect(safeLink(value)).toBeUndefined();
});

it.each([
  ['example.org/page', 'https://example.org/page'],
  ['www.example.org', 'https://www.example.org/'],
  ['ann@example.org', 'mailto:ann@example.org'],
  ['https://example.org', 'https://example.org/'],
  ['javascript:alert(1)', undefined],
  ['just words', undefined],
  ['word', undefined],
  ['ann@', undefined],
])('[LINK1] typing %s means %s', (typed, address) => {
  expect(linkFromTyped(typed)).toBe(address);
});
