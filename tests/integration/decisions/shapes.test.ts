import { afterAll, beforeAll, expect, it } from 'vitest';
import { register } from '../../../server/decisions/register.ts';
import { shown } from '../../../server/decisions/shown.ts';
import { seedExample } from '../../../server/example/seed.ts';
import { exampleMemberId } from '../../../server/example/store.ts';
import { currentMembers } from '../../../server/partnerships/store.ts';
import { decisionShape } from '../../../shared/decisions/recordShape.ts';
import { registerShape } from '../../../shared/decisions/registerShape.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { emptyPlace } from '../example/place.ts';

const NOW = Date.parse('2025-06-01T09:00:00Z');
const place = emptyPlace(NOW);
beforeAll(async () => {
  await seedExample(place);
}, 60_000);
afterAll(() => place.db.raw.close());

it('[HTTP13] the example in the description is one', () => {
  const { examples } = registerShape.meta() as { examples: unknown[] };
  expect(registerShape.safeParse(examples[0]).error).toBeUndefined();
});

const VIEWERS = ['Marsha Odell', 'Ravi Sen', 'Priya Nandra', 'Heron', 'Cllr Ada Pryce', 'Sam Iqbal'];

it('[HTTP13] every decision of the example, as each of its people is answered, has the shape that is described', () => {
  let pages = 0;
  for (const name of VIEWERS) {
    const member = currentMembers(place.db, 'northvale').find(({ id }) => id === exampleMemberId(name));
    if (!member) throw new Error(`there is no ${name}`);
    const who = { partnershipId: 'northvale', member };
    const listed = register(place, who, {});
    expect(registerShape.safeParse(listed).error).toBeUndefined();
    for (const { id, number } of listed.decisions) {
      const page = shown(place, { decisionId: id, ...who });
      if (isRefusal(page)) throw new Error(page.message);
      // As it comes over the wire.
      const sent: unknown = JSON.parse(JSON.stringify(page));
      expect(decisionShape.safeParse(sent).error, `${name}: decision ${number}`).toBeUndefined();
      // Whoever is named anywhere by their name in the ledger has a name beside it.
      for (const by of page.timeline.flatMap((line) => line.by ?? []))
        expect(page.people[by]?.name).toBeTruthy();
      for (const { key, says } of page.timeline) expect(`${key} ${says}`).not.toContain('{{');
      pages += 1;
    }
  }
  expect(pages).toBeGreaterThan(40);
}, 60_000);
