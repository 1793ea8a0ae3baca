import { expect, it } from 'vitest';
import { GOVERNANCE_TEMPLATE, VALUES_TEMPLATE } from '../../../../shared/documents/agreements.ts';
import { templateOf } from '../../../../shared/documents/templates/templates.ts';
import { latestSignatures, maySign } from '../../../../shared/newcomers/signing.ts';

const values = { template: VALUES_TEMPLATE, archived: false, hash: 'now', isEmpty: false };

it('[NEW2] the words that were read are signed, and no others', () => {
  expect(maySign(values, 'now')).toBeUndefined();
  expect(maySign(values, 'before')?.message).toContain('nothing was signed');
});

it('[NEW2] only values are signed, while they are in use and say something', () => {
  expect(maySign({ ...values, template: GOVERNANCE_TEMPLATE }, 'now')?.refused).toBe('conflict');
  expect(maySign({ ...values, archived: true }, 'now')?.message).toContain('archive');
  expect(maySign({ ...values, isEmpty: true }, 'now')?.message).toContain('no words');
  for (const id of [VALUES_TEMPLATE, GOVERNANCE_TEMPLATE]) expect(templateOf(id)?.id).toBe(id);
});

it('[NEW3] each person stands once: for the words as they are now if they signed those, else for their newest', () => {
  const sign = (memberId: string, hash: string, at: number) => ({ memberId, hash, at });
  const all = [
    sign('ann', 'old', 1),
    sign('ben', 'now', 2),
    sign('ann', 'now', 3),
    sign('ben', 'old', 4),
    sign('cy', 'older', 5),
    sign('cy', 'old', 6),
  ];
  expect(latestSignatures(all, 'now')).toEqual([
    sign('ben', 'now', 2),
    sign('ann', 'now', 3),
    sign('cy', 'old', 6),
  ]);
  expect(latestSignatures([], 'now')).toEqual([]);
});
