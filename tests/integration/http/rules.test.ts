import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearsalAnswer } from '../../../shared/decisions/api.ts';
import type { Step } from '../../../shared/decisions/ladder.ts';
import { library } from '../../../shared/decisions/library/library.ts';
import { rehearsalExample } from '../../../shared/decisions/library/rehearsalExample.ts';
import type { Rehearsal } from '../../../shared/decisions/rehearse.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let cookie: string;
beforeAll(async () => {
  http = await startHttp();
  cookie = await http.cookieOf(http.person('Ron Tasker'));
});
afterAll(() => http.stop());

const rehearse = (body: unknown) => http.call('POST', '/api/rules/rehearse', { cookie, body });
const EXAMPLE = rehearsalExample;
const body = { id: 'cabinet', name: 'Cabinet' };

/** The example's rule with another first step, and with what comes in its vote. */
function onLadder(step: Partial<Step> & { kind: Step['kind'] }, more: Partial<Rehearsal> = {}): Rehearsal {
  const ladder: Step[] = [
    { id: 'step', when: ['rounds_used'], ...step } as Step,
    { kind: 'status_quo', id: 'end', when: ['rounds_used'] },
  ];
  const rounds = EXAMPLE.rounds.slice(0, 1);
  return { ...EXAMPLE, rule: { ...EXAMPLE.rule, ladder }, rounds, ...more };
}

const voting = { days: 7, wording: 'last', quorum: true } as const;
const share = { ratio: '1/2', comparison: 'more_than', of: 'for_and_against' } as const;

describe('trying a rule over HTTP', () => {
  it('[DEC4] the example of the description comes out, with its working, in the shape that is described', async () => {
    const { status, json } = await rehearse(EXAMPLE);
    expect(status).toBe(200);
    expect(rehearsalAnswer.safeParse(json).error).toBeUndefined();
    expect(json).toMatchObject({
      outcome: { kind: 'passed_by_fallback', step: 'three-quarters' },
      rounds: [{ counts: [{ result: { kind: 'blocked' } }] }, { counts: [{ result: { kind: 'passed' } }] }],
      reading: expect.arrayContaining(['One block stops it.']),
    });
  });

  it('[DEC28] every kind of step can be tried', async () => {
    const ranking = (ranking: string[]) =>
      EXAMPLE.electorate.map(({ id }) => ({ seat: id, position: { choice: 'ranking' as const, ranking } }));
    const forAll = EXAMPLE.electorate.map(({ id }) => ({ seat: id, position: { choice: 'for' as const } }));
    const [first] = EXAMPLE.rounds as [Rehearsal['rounds'][0]];
    const then = (positions: Rehearsal['rounds'][0]['positions']) => ({ rounds: [first, { positions }] });
    const cases: [Rehearsal, string | null, string | null][] = [
      [
        onLadder({ kind: 'majority', ...voting, threshold: share } as Step, then(forAll)),
        'passed_by_fallback',
        null,
      ],
      [
        onLadder(
          {
            kind: 'ranked_choice',
            ...voting,
            method: 'instant_runoff',
            unranked: 'ignored',
            withStatusQuo: true,
          } as Step,
          { alternatives: ['trams'], ...then(ranking(['trams', 'proposal'])) },
        ),
        'passed_by_fallback',
        null,
      ],
      [onLadder({ kind: 'named_decider', days: 7, decider: body } as Step), null, 'decider'],
      [onLadder({ kind: 'refer_to_bodies', days: 7, bodies: [body] } as Step), 'referred', null],
      [
        onLadder({ kind: 'trial', days: 7, scope: 'Here.', stopRule: 'Harm.' } as Step),
        'adopted_as_trial',
        null,
      ],
      [onLadder({ kind: 'pause', days: 7, times: 1 } as Step), 'paused', 'positions'],
      [onLadder({ kind: 'status_quo' }), 'not_agreed', null],
      [EXAMPLE, 'passed_by_fallback', null],
    ];
    const found = await Promise.all(cases.map(([tried]) => rehearse(tried)));
    expect(found.map(({ json }) => [json.outcome?.kind ?? null, json.waitsFor])).toEqual(
      cases.map(([, outcome, waitsFor]) => [outcome === 'paused' ? null : outcome, waitsFor]),
    );
    for (const { json } of found) expect(rehearsalAnswer.safeParse(json).error).toBeUndefined();
  });

  it('[HTTP8] what is wrong is said in plain words at its whole path', async () => {
    const wrong = structuredClone(EXAMPLE) as unknown as Record<string, never> & Rehearsal;
    Object.assign(wrong.rule.ladder[0] as object, {
      days: 0,
      overall: { ...share, ratio: '0.75' },
      colour: 'red',
    });
    Object.assign(wrong.rule, { minorityDays: undefined, visibility: { when: 'never', by: 'seat' } });
    Object.assign(wrong.electorate[1] as object, { side: 'elsewhere' });
    Object.assign((wrong.rounds[0]?.positions[2] as object) ?? {}, {
      position: { choice: 'block', reason: 'r' },
    });
    const { status, json } = await rehearse(wrong);
    expect(status).toBe(422);
    expect(json.error.fields).toEqual({
      'electorate.1.side': 'Name one of the four sides.',
      'rule.minorityDays': 'Give a whole number of days, 366 at most.',
      'rule.visibility.when': 'This can be one of: as_they_come, when_closed.',
      'rule.ladder.0.colour': expect.any(String),
      'rule.ladder.0.days': 'Give a whole number of days, 366 at most.',
      'rule.ladder.0.overall.ratio': expect.stringContaining('3/4'),
      'rounds.0.positions.2.position.value': expect.stringContaining('harm'),
    });
  });

  it('[HTTP8] what is missing is named', async () => {
    const { json } = await rehearse({
      rule: { ...EXAMPLE.rule, rounds: undefined },
      electorate: EXAMPLE.electorate,
    });
    expect(json.error.fields).toEqual({ 'rule.rounds': 'This is missing.', rounds: 'This is missing.' });
  });

  it('[HTTP8] a ladder that could leave a decision open, and positions that could not be taken, are refused', async () => {
    const endless = onLadder({ kind: 'status_quo' });
    const ladder = [{ kind: 'pause', id: 'p', when: ['rounds_used'], days: 7, times: 1 }];
    expect((await rehearse({ ...endless, rule: { ...endless.rule, ladder } })).json.error.fields).toEqual({
      'rule.ladder': expect.stringContaining('last step'),
    });
    const stranger = [{ positions: [{ seat: 'nobody', position: { choice: 'agree' } }] }];
    const { status, json } = await rehearse({ ...EXAMPLE, rounds: stranger });
    expect([status, json.error.fields]).toEqual([
      422,
      { 'rounds.0.positions.0': 'That seat does not decide here.' },
    ]);
  });

  it('[HTTP7] there are limits to what can be tried, and each is said', async () => {
    const seats = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `S${index}`, side: 'commissioner' }));
    const fields = async (more: object) => (await rehearse({ ...EXAMPLE, ...more })).json.error.fields;
    expect(await fields({ electorate: seats(201), rounds: [] })).toEqual({
      electorate: 'Try it with 200 seats or fewer.',
    });
    expect(await fields({ rounds: Array.from({ length: 26 }, () => ({ positions: [] })) })).toEqual({
      rounds: 'Give 25 rounds or fewer.',
    });
    expect((await rehearse({ ...EXAMPLE, electorate: seats(200), rounds: [] })).status).toBe(200);
    const large = { ...EXAMPLE, rule: { ...EXAMPLE.rule, name: 'x'.repeat(70_000) } };
    expect((await rehearse(large)).status).toBe(413);
  });

  it('[DEC4] names that mean something to JavaScript are only names', async () => {
    const electorate = ['__proto__', 'constructor', 'toString'].map((id) => ({
      id,
      side: 'commissioner' as const,
    }));
    const positions = electorate.map(({ id }) => ({ seat: id, position: { choice: 'agree' } }));
    const quorum = { atLeast: 3, fromEachSide: 1 };
    const { json } = await rehearse({
      ...EXAMPLE,
      rule: { ...EXAMPLE.rule, quorum },
      electorate,
      rounds: [{ positions }],
    });
    expect(json.outcome.kind).toBe('agreed_by_consensus');
  });

  it('[DEC4] a rehearsal leaves nothing behind', async () => {
    const changes = () => http.db.raw.prepare('select total_changes() as n').get() as { n: number };
    await rehearse(EXAMPLE);
    const before = changes();
    await rehearse(EXAMPLE);
    expect(changes()).toEqual(before);
  });
});

describe('the library over HTTP', () => {
  it('[DEC26] has every named rule with its source, and reads it for the seats that are asked for', async () => {
    const { json } = await http.call('GET', '/api/rules', { cookie });
    expect(json.rules.map(({ id }: { id: string }) => id)).toEqual(library.map(({ id }) => id));
    expect(json.rules[5].reading[0]).toContain('With your 11 seats, at least 7 must answer.');
    const asked = await http.call('GET', '/api/rules?commissioner=2&people_who_use_services=3', { cookie });
    expect(asked.json.rules[5].reading[0]).toContain('With your 5 seats, at least 4 must answer.');
    const wrong = await http.call('GET', '/api/rules?commissioner=many', { cookie });
    expect([wrong.status, wrong.json.error.fields.commissioner]).toEqual([
      422,
      'Give a whole number of seats, 200 at most.',
    ]);
  });

  it('[DEC26] any rule of the library can be tried as it stands', async () => {
    for (const { rule } of library) {
      const { status, json } = await rehearse({ ...EXAMPLE, rule, rounds: EXAMPLE.rounds.slice(0, 1) });
      expect([status, rule.name, json.rounds.length > 0]).toEqual([200, rule.name, true]);
    }
  });

  it('[HTTP13] the description has both, with an example that works and words on limits', async () => {
    const { json } = await http.call('GET', '/api/openapi.json');
    const { post } = json.paths['/rules/rehearse'];
    expect(json.paths['/rules'].get.summary).toContain('Named rules');
    expect(post.description).toContain('At most 200 seats');
    const schema = post.requestBody.content['application/json'].schema;
    const [example] =
      schema.examples ?? json.components?.schemas?.[schema.$ref?.split('/').at(-1)]?.examples ?? [];
    expect((await rehearse(example)).json.outcome.kind).toBe('passed_by_fallback');
  });
});
