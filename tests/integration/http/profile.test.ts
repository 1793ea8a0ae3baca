import { afterEach, beforeEach, expect, it } from 'vitest';
import { VISIBLE_TO } from '../../../shared/people/profile.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
});
afterEach(() => http.stop());

const SAID = {
  addressAs: 'Mrs Tasker',
  addressAsVisibleTo: 'members',
  formats: 'large print',
  language: 'English',
  support: 'a break every half hour',
  needsVisibleTo: 'facilitators',
};
const as = async (person: string, method: string, path: string, body?: unknown) =>
  http.call(method, path, { cookie: await http.cookieOf(http.person(person)), body });
const ronSeenBy = async (person: string) =>
  (await as(person, 'GET', '/api/partnerships/northvale/members/ron-tasker')).json.profile;

it('[PRIV8] before anyone says anything, nothing is there, and what helps one would be for the facilitators', async () => {
  const { json } = await as('Ron Tasker', 'GET', '/api/me/profile');
  expect(json).toEqual({
    ...{ addressAs: '', addressAsVisibleTo: 'members', formats: '', language: '', support: '' },
    needsVisibleTo: 'facilitators',
  });
  expect(await ronSeenBy('Marsha Odell')).toEqual({ addressAs: null, needs: null });
});

it('[PRIV8] each part is shown to whom its owner lets see it, and to nobody else', async () => {
  const needs = { formats: SAID.formats, language: SAID.language, support: SAID.support };
  for (const addressAsVisibleTo of VISIBLE_TO)
    for (const needsVisibleTo of VISIBLE_TO) {
      const said = { ...SAID, addressAsVisibleTo, needsVisibleTo };
      expect((await as('Ron Tasker', 'PUT', '/api/me/profile', said)).json).toEqual(said);
      const shown = (to: readonly string[]) => ({
        addressAs: to.includes(addressAsVisibleTo) ? SAID.addressAs : null,
        needs: to.includes(needsVisibleTo) ? needs : null,
      });
      expect(await ronSeenBy('Ron Tasker')).toEqual(shown(VISIBLE_TO));
      expect(await ronSeenBy('Marsha Odell')).toEqual(shown(['facilitators', 'members']));
      for (const person of ['Priya Nandra', 'Beth Oyelaran', 'Sam Iqbal'])
        expect(await ronSeenBy(person)).toEqual(shown(['members']));
    }
});

it('[PRIV8] what is too long is refused beside its field, and what was said stays', async () => {
  await as('Ron Tasker', 'PUT', '/api/me/profile', SAID);
  const { status, json } = await as('Ron Tasker', 'PUT', '/api/me/profile', {
    ...SAID,
    formats: 'x'.repeat(301),
    addressAs: 'x'.repeat(81),
    needsVisibleTo: 'everyone',
  });
  expect([status, json.error.fields]).toEqual([
    422,
    {
      formats: 'Use 300 characters or fewer.',
      addressAs: 'Use 80 characters or fewer.',
      needsVisibleTo: 'Choose who may see this.',
    },
  ]);
  expect((await as('Ron Tasker', 'GET', '/api/me/profile')).json).toEqual(SAID);
});

it('[PRIV8] someone who left is as absent as someone who never was', async () => {
  http.db.raw.prepare("update member set left_at = 1 where id = 'ron-tasker'").run();
  const [left, never] = await Promise.all(
    ['ron-tasker', 'never'].map((id) =>
      as('Priya Nandra', 'GET', `/api/partnerships/northvale/members/${id}`),
    ),
  );
  expect(left?.status).toBe(404);
  expect(left?.json).toEqual(never?.json);
});
