import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_PARTNERSHIP } from '../../../server/example/store.ts';
import { linkByCode, linkByToken } from '../../../server/takePart/linkStore.ts';
import { makeLink } from '../../../server/takePart/links.ts';
import { fromCode, readCode, unlock } from '../../../server/takePart/secrets.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeAll(async () => {
  http = await startHttp();
  await http.addDocument('plan');
});
afterAll(() => http.stop());

function made() {
  const priya = http.person('Priya Nandra');
  return makeLink(http.db.orm, http.context, {
    ...{ partnershipId: EXAMPLE_PARTNERSHIP, memberId: http.person('Ron Tasker'), seatId: null },
    ...{ about: { kind: 'document', id: 'plan' }, allows: { comment: true, answer: true } },
    ...{ expiresAt: http.now() + 1000, madeBy: priya },
  });
}

it('[BYLINK1] neither the token nor the short code is anywhere in the database', () => {
  const { token, shortCode, address } = made();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(address).toBe(`${http.context.address()}/p/${token}`);
  http.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const file = readFileSync(join(http.folder, 'trialogue.db'), 'latin1');
  expect(file).toContain(linkByToken(http.db.orm, token)?.tokenHash);
  for (const secret of [token, shortCode, shortCode.replace('-', '')]) expect(file).not.toContain(secret);
});

it('[BYLINK1] a code from paper opens to the token of its link, in small letters and with blanks too', () => {
  const { token, shortCode } = made();
  expect(shortCode).toMatch(/^[346789ACDEFHJKMNPQRTWXY]{5}-[346789ACDEFHJKMNPQRTWXY]{5}$/);
  for (const typed of [shortCode, ` ${shortCode.toLowerCase().replace('-', ' ')} `]) {
    const { hash, key } = fromCode(readCode(typed) ?? '');
    const row = linkByCode(http.db.orm, hash);
    expect(row && unlock(row.lockedToken, key)).toBe(token);
    expect(row?.tokenHash).toBe(linkByToken(http.db.orm, token)?.tokenHash);
  }
  for (const typed of ['', 'AAAA', `${shortCode}A`, shortCode.replace(/^./, '0')])
    expect(readCode(typed)).toBeUndefined();
});
