import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearsalExample } from '../../../shared/decisions/library/rehearsalExample.ts';
import { ownRulesAnswer } from '../../../shared/decisions/ruleApi.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
beforeAll(async () => {
  http = await startHttp();
});
afterAll(() => http.stop());

const PATH = '/api/partnerships/northvale/rules';
const { rule } = rehearsalExample;
const as = async (name: string) => {
  const cookie = await http.cookieOf(http.person(name));
  return (method: string, path: string, body?: unknown) => http.call(method, path, { cookie, body });
};
const named = (name: string) => ({ rule: { ...rule, name }, about: 'For small things.' });

describe('rules that a partnership names', () => {
  it('[PROPOSE3] a facilitator names one, every member reads it for the seats, and it can be retired once', async () => {
    const [marsha, ron] = [await as('Marsha Odell'), await as('Ron Tasker')];
    const told: string[] = [];
    const stop = http.context.changes.listen(
      ({ change }) => told.push(change.kind),
      () => undefined,
    );
    expect((await marsha('POST', PATH, named('Small things'))).status).toBe(201);
    const { json } = await ron('GET', PATH);
    expect(ownRulesAnswer.safeParse(json).error).toBeUndefined();
    expect(json.rules).toMatchObject([{ rule: { name: 'Small things' }, retiredAt: null }]);
    expect(json.rules[0].reading[0]).toContain('11 seats');
    const retirement = `${PATH}/${json.rules[0].id}/retirement`;
    expect((await ron('PUT', retirement, {})).status).toBe(403);
    expect((await marsha('PUT', retirement, {})).status).toBe(200);
    expect((await marsha('PUT', retirement, {})).status).toBe(409);
    expect((await ron('GET', PATH)).json.rules[0].retiredAt).toBeGreaterThan(0);
    stop();
    expect(told).toEqual(['rule', 'rule']);
    const journal = (await ron('GET', '/api/partnerships/northvale/journal')).json.lines;
    expect(journal.slice(0, 2).map(({ words }: { words: string }) => words)).toEqual([
      'Marsha Odell retired the rule “Small things”.',
      'Marsha Odell named the rule “Small things” as your own.',
    ]);
  });

  it('[PROPOSE3] two rules in use never have one name, and a retired name is free again', async () => {
    const marsha = await as('Marsha Odell');
    await marsha('POST', PATH, named('Budget'));
    const again = await marsha('POST', PATH, named('budget'));
    expect([again.status, again.json.error.fields]).toEqual([
      409,
      { 'rule.name': 'You have a rule of this name. Choose another name, or retire that one first.' },
    ]);
    const { rules } = (await marsha('GET', PATH)).json;
    await marsha('PUT', `${PATH}/${rules.at(-1).id}/retirement`, {});
    expect((await marsha('POST', PATH, named('BUDGET'))).status).toBe(201);
  });

  it('[PROPOSE3] what cannot be counted cannot be named, and each mistake is at its place', async () => {
    const marsha = await as('Marsha Odell');
    const { status, json } = await marsha('POST', PATH, {
      rule: { ...rule, ladder: [], rounds: { ...rule.rounds, most: 0 } },
      about: '',
    });
    expect([status, json.error.fields]).toEqual([
      422,
      {
        'rule.rounds.most': 'Give the most rounds there can be, from 1 to 10.',
        'rule.ladder': expect.stringContaining('needs at least one step'),
      },
    ]);
  });
});

describe('trying rules again and again', () => {
  const table = (seats: number, rounds: number) => {
    const electorate = Array.from({ length: seats }, (_, index) => ({
      id: `s${index}`,
      side: 'commissioner',
    }));
    const positions = electorate.map(({ id }) => ({ seat: id, position: { choice: 'abstain' } }));
    return { rule, electorate, rounds: Array.from({ length: rounds }, () => ({ positions })) };
  };

  it('[PROPOSE4] a small table can be tried 120 times a minute, and the next waits', async () => {
    const ron = await as('Ron Tasker');
    const small = { ...rehearsalExample };
    for (let left = 120; left > 0; left -= 1)
      expect((await ron('POST', '/api/rules/rehearse', small)).status).toBe(200);
    const late = await ron('POST', '/api/rules/rehearse', small);
    expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  it('[PROPOSE4] large tables weigh more, and one person’s trying is nobody else’s wait', async () => {
    const gwen = await as('Gwen Sallis');
    const sent = [];
    for (let left = 9; left > 0; left -= 1)
      sent.push((await gwen('POST', '/api/rules/rehearse', table(200, 4))).status);
    expect(sent).toEqual([...Array(7).fill(200), 429, 429]);
    const priya = await as('Priya Nandra');
    expect((await priya('POST', '/api/rules/rehearse', rehearsalExample)).status).toBe(200);
  });
});
