import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDocument } from '../../../server/documents/store.ts';
import { firstWords } from '../../../server/documents/words.ts';
import type { Block } from '../../../shared/documents/blocks.ts';
import { bullet, paragraph, section, table } from '../../../shared/documents/compose.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
});
afterEach(() => http.stop());

const AT = '/api/partnerships/northvale';
const left = async (who: string, by = who) => {
  const cookie = await http.cookieOf(http.person(by));
  return http.call('GET', `${AT}/members/${http.person(who)}/departure`, { cookie });
};

async function write(id: string, blocks: readonly Block[], createdBy: string | null = null): Promise<void> {
  await addDocument(
    http.db,
    {
      ...{ id, partnershipId: 'northvale', template: 'empty', title: `The ${id}`, preset: 'equals' as const },
      createdBy,
      createdAt: 1,
    },
    () => http.context.content.start(id, firstWords(blocks)),
  );
}

const SKELBY = { text: 'Skelby Good Neighbours', mention: { kind: 'seat' as const, id: 'northvale-g1' } };
const RON = { text: 'Ron Tasker', mention: { kind: 'member' as const, id: 'ron-tasker' } };

it('[LEAVE2] someone sees what they leave: their seat, their mentions, the lines that count on their organisation', async () => {
  await write('plan', [
    section('What each side is prepared to do'),
    paragraph(SKELBY),
    bullet('Two trips a week'),
    section('What will be delivered'),
    table(['What', 'By whom'], [['Trips', [SKELBY]]]),
    paragraph('Ask ', RON),
  ]);
  const { status, json } = await left('Ron Tasker');
  expect(status).toBe(200);
  expect(json).toMatchObject({ name: 'Ron Tasker', isYou: true, refusal: null });
  expect(json.leaves).toEqual([
    { kind: 'seat', seatId: 'northvale-g1', name: 'Skelby Good Neighbours' },
    {
      kind: 'lines',
      documentId: 'plan',
      title: 'The plan',
      places: [
        { under: ['What each side is prepared to do'], words: 'Two trips a week' },
        { under: ['What will be delivered'], words: 'Trips · Skelby Good Neighbours' },
        { under: ['What will be delivered'], words: 'Ask Ron Tasker' },
      ],
    },
  ]);
});

it('[LEAVE2] a seat in which someone else stays is not left, nor what counts on it', async () => {
  await write('plan', [
    paragraph('With the Day support members’ seat, ', {
      text: 'U2',
      mention: { kind: 'seat', id: 'northvale-u2' },
    }),
  ]);
  expect((await left('Heron')).json.leaves).toEqual([]);
});

it('[LEAVE2] documents that only they manage, roles that only they have and their open invitations are told', async () => {
  await write('orphan', [], 'ron-tasker');
  http.db.raw.exec(`
    update document_right set right = 'none' where document_id = 'orphan' and holder = 'facilitator';
    insert into member_role (member_id, role) values ('ron-tasker', 'ratifier');
    insert into invitation (id, partnership_id, token_hash, email, name, roles, invited_by, created_at, expires_at)
      values ('i1', 'northvale', 'h1', 'a@b.example', 'A', '[]', 'ron-tasker', 1, ${http.context.now() + 60_000}),
             ('i2', 'northvale', 'h2', 'c@b.example', 'C', '[]', 'ron-tasker', 1, 2);
  `);
  const { json } = await left('Ron Tasker');
  expect(json.leaves).toContainEqual({ kind: 'document', documentId: 'orphan', title: 'The orphan' });
  expect(json.leaves).toContainEqual({ kind: 'role', role: 'ratifier' });
  expect(json.leaves).toContainEqual({ kind: 'invitations', count: 1 });
});

it('[LEAVE3] whoever asks is told nothing of a document that they may not read, beyond that there is one', async () => {
  await write('Canary', [paragraph('Canary words for ', RON)], 'ron-tasker');
  http.db.raw.exec(
    "update document_right set right = 'none' where document_id = 'Canary' and holder <> 'northvale-g1'",
  );
  const { json } = await left('Ron Tasker', 'Marsha Odell');
  expect(JSON.stringify(json)).not.toContain('Canary');
  expect(json.leaves).toContainEqual({ kind: 'hidden_documents', count: 1 });
  expect(JSON.stringify((await left('Ron Tasker')).json)).toContain('Canary');
});

it('[LEAVE3] documents restricted for procurement are not looked through, because reading them is noted', async () => {
  await write('tender', [paragraph('Canary words for ', RON)]);
  http.db.raw.exec("update document set sensitivity = 'procurement' where id = 'tender'");
  expect(JSON.stringify((await left('Ron Tasker')).json)).not.toContain('Canary');
});

it('[LEAVE3] nobody but they themselves, facilitators and administrators can ask', async () => {
  expect((await left('Ron Tasker', 'Del Fenn')).status).toBe(403);
  http.db.raw.exec("insert into member_role (member_id, role) values ('del-fenn', 'administrator')");
  expect((await left('Ron Tasker', 'Del Fenn')).status).toBe(200);
  const last = (await left('Marsha Odell')).json;
  expect(last.refusal).toContain('Hand over');
});
