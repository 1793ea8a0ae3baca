import { expect, it } from 'vitest';
import { createLog } from '../../../server/log.ts';

function logged(what: object): string {
  const lines: string[] = [];
  createLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) }).info(what, 'said');
  return lines.join('');
}

it('[HTTP11] an error is logged by its type, its code and its place, never by its message', () => {
  const inner = Object.assign(new TypeError('canary inside'), { code: 'SQLITE_FULL' });
  const line = logged({ err: new Error('canary outside', { cause: inner }), documentId: 'plan' });
  expect(line).not.toContain('canary');
  expect(JSON.parse(line)).toMatchObject({
    documentId: 'plan',
    err: {
      type: 'TypeError',
      code: 'SQLITE_FULL',
      at: expect.arrayContaining([expect.stringContaining('log.test')]),
    },
  });
  expect(logged({ err: 'canary thrown bare' })).not.toContain('canary');
});

it('[HTTP11] whatever is named like a secret, a person or words is struck out', () => {
  for (const name of [
    'cookie',
    'authorization',
    'token',
    'email',
    'name',
    'title',
    'text',
    'words',
    'body',
  ]) {
    expect(logged({ [name]: 'canary' })).not.toContain('canary');
    expect(logged({ headers: { [name]: 'canary' } })).not.toContain('canary');
  }
});
