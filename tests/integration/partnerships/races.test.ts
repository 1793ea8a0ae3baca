import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rolesOf, rolesVersion, runningOf, seatVersion } from '../../../server/partnerships/store.ts';
import { createWorld, type World } from '../../world.ts';
import { type Rivals, startRivals } from '../rivals.ts';
import type { Move } from './raceProcess.ts';

const ROUNDS = 25;
const SEAT = 'northvale-p1';

let world: World;
let rivals: Rivals<Move>;
beforeAll(async () => {
  world = createWorld();
  rivals = await startRivals(
    new URL('./raceProcess.ts', import.meta.url),
    join(world.folder, 'trialogue.db'),
  );
});
afterAll(async () => {
  await rivals.stop();
  world.close();
});

/** Everyone is back where the example has them, and Sam facilitates beside Marsha. */
beforeEach(reset);
function reset(): void {
  world.db.raw.exec(`
    delete from journal_entry;
    update member set left_at = null;
    update seat set retired_at = null;
    delete from seat_holding where seat_id = '${SEAT}';
    insert into seat_holding (seat_id, member_id, kind) values ('${SEAT}', 'gwen-sallis', 'holder');
    delete from member_role where role = 'facilitator';
    insert into member_role (member_id, role) values ('marsha-odell', 'facilitator'), ('sam-iqbal', 'facilitator');
  `);
}

const person = (name: string) => world.person(name);
const [MARSHA, SAM] = ['marsha-odell', 'sam-iqbal'];

function version(): string {
  const row = world.db.raw.prepare('select * from seat where id = ?').get(SEAT) as never;
  return seatVersion(world.db, row);
}

function facilitators(): string[] {
  return runningOf(world.db, 'northvale')
    .people.filter(({ roles }) => roles.includes('facilitator'))
    .map(({ id }) => id);
}

const count = (sql: string) => world.db.raw.prepare(sql).pluck().get() as number;

it('[PART5] of two facilitators who fill one seat at once, one is told to look again', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    reset();
    const seen = version();
    const told = await rivals.race([
      { do: 'seat', by: MARSHA, holder: person('Beth Oyelaran'), version: seen },
      { do: 'seat', by: SAM, holder: person('Cllr Ada Pryce'), version: seen },
    ]);
    expect([...told].sort()).toEqual(['conflict', 'done']);
    expect(count(`select count(*) from seat_holding where seat_id = '${SEAT}'`)).toBe(1);
    expect(count('select count(*) from journal_entry')).toBe(1);
  }
});

it('[PART3] when one facilitator leaves while the other hands over to them, somebody still runs the partnership', async () => {
  const endings = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    reset();
    const told = await rivals.race([
      { do: 'depart', by: MARSHA, who: MARSHA },
      { do: 'handOver', by: SAM, to: MARSHA },
    ]);
    expect(facilitators()).toHaveLength(1);
    expect(told.filter((one) => one === 'done')).toHaveLength(1);
    endings.add(told.join());
  }
  for (const ending of endings) expect(['done,invalid', 'conflict,done']).toContain(ending);
});

it('[PART3] two facilitators who remove each other, or take the role from each other, can’t both succeed', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    reset();
    const told = await rivals.race([
      { do: 'depart', by: MARSHA, who: SAM },
      { do: 'depart', by: SAM, who: MARSHA },
    ]);
    expect(told.filter((one) => one === 'done')).toHaveLength(1);
    expect(facilitators()).toHaveLength(1);
    reset();
    const seen = rolesVersion(rolesOf(world.db, MARSHA));
    await rivals.race([
      { do: 'roles', by: MARSHA, who: SAM, version: rolesVersion(rolesOf(world.db, SAM)) },
      { do: 'roles', by: SAM, who: MARSHA, version: seen },
    ]);
    expect(facilitators()).toHaveLength(1);
  }
});

it('[PART7] while a seat is taken away, nobody is put into it: one of the two is refused', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    reset();
    const seen = version();
    const [retired, seated] = await rivals.race([
      { do: 'retire', by: MARSHA, version: seen },
      { do: 'seat', by: SAM, holder: person('Beth Oyelaran'), version: seen },
    ]);
    expect([retired, seated].filter((one) => one === 'done')).toHaveLength(1);
    const gone = count(`select retired_at is not null from seat where id = '${SEAT}'`) === 1;
    expect(gone).toBe(retired === 'done');
    expect(count(`select count(*) from seat_holding where seat_id = '${SEAT}'`)).toBe(gone ? 0 : 1);
  }
});
