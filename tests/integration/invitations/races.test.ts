import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seat } from '../../../db/schema/partnerships.ts';
import { invitationByToken, standingOf } from '../../../server/invitations/acceptStore.ts';
import { addInvitation } from '../../../server/invitations/store.ts';
import { hashToken, newToken } from '../../../server/invitations/token.ts';
import { seatVersion } from '../../../server/partnerships/store.ts';
import { addAccount } from '../../../server/people/accountStore.ts';
import { offerOf } from '../../../shared/invitations/accepting.ts';
import { hashOffer } from '../../../shared/invitations/shown.ts';
import { createWorld, type World } from '../../world.ts';
import { type Rivals, startRivals } from '../rivals.ts';
import type { Move } from './raceProcess.ts';

const ROUNDS = 25;

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

let count = 0;
/** A seat that nobody holds. */
function freshSeat(): string {
  count += 1;
  const id = `race-seat-${count}`;
  world.db.orm
    .insert(seat)
    .values({
      id,
      partnershipId: 'northvale',
      code: `R${count}`,
      name: id,
      side: 'commissioner',
      position: count,
    })
    .run();
  return id;
}

/** Someone who is invited to hold a seat, and has read it: what they would send to accept. */
function invited(seatId: string) {
  count += 1;
  const as = `guest-${count}`;
  const email = `${as}@x.org`;
  const token = newToken();
  addAccount(world.db.orm, { id: as, name: '', email, createdAt: 1 });
  addInvitation(world.db.orm, {
    ...{
      id: as,
      partnershipId: 'northvale',
      tokenHash: hashToken(token),
      email,
      name: '',
      roles: [],
      note: '',
    },
    ...{ seat: { id: seatId, kind: 'holder' }, invitedBy: 'marsha-odell', at: Date.now() },
  });
  const row = invitationByToken(world.db.orm, token);
  if (!row) throw new Error('not invited');
  const shown = hashOffer(offerOf(standingOf(world.db.orm, row)));
  return { invitationId: as, accept: { do: 'accept', token, shown, as } as const };
}

const one = (sql: string, ...values: unknown[]) =>
  world.db.raw
    .prepare(sql)
    .pluck()
    .get(...values);
const isMember = (as: string) => one('select count(*) from member where account_id = ?', as);
const endedOf = (id: string) => one('select ended from invitation where id = ?', id);

it('[INV8] of two who accept one seat at once, one holds it, and the other reads again', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const seatId = freshSeat();
    const [ann, ben] = [invited(seatId), invited(seatId)];
    expect([...(await rivals.race([ann.accept, ben.accept]))].sort()).toEqual(['conflict', 'done']);
    expect(one('select count(*) from seat_holding where seat_id = ?', seatId)).toBe(1);
  }
});

it('[INV5] one person who accepts twice at once is in once, and both are told so', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const ann = invited(freshSeat());
    expect(await rivals.race([ann.accept, ann.accept])).toEqual(['done', 'done']);
    expect(isMember(ann.accept.as)).toBe(1);
  }
});

it.each(['revoke', 'again'] as const)(
  '[INV7] accepting meets %s: exactly one of them holds',
  async (what) => {
    const ended = { revoke: 'revoked', again: 'replaced' }[what];
    for (let round = 0; round < ROUNDS; round++) {
      const { invitationId, accept } = invited(freshSeat());
      const [accepted, other] = await rivals.race([accept, { do: what, invitationId }]);
      expect([accepted, other]).toEqual(accepted === 'done' ? ['done', 'conflict'] : ['not_found', 'done']);
      expect(endedOf(invitationId)).toBe(accepted === 'done' ? 'accepted' : ended);
      expect(isMember(accept.as)).toBe(accepted === 'done' ? 1 : 0);
    }
  },
);

it('[INV7] inviting again twice at once leaves one link that works', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { invitationId } = invited(freshSeat());
    const again = { do: 'again', invitationId } as const;
    expect([...(await rivals.race([again, again]))].sort()).toEqual(['conflict', 'done']);
    expect(
      one(
        'select count(*) from invitation where email_hash = hash_address(?) and ended is null',
        `${invitationId}@x.org`,
      ),
    ).toBe(1);
  }
});

it('[INV4] one address invited twice at once is invited once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const seatId = freshSeat();
    const email = `both-${round}@x.org`;
    const move = { do: 'invite', email, seat: seatId } as const;
    await rivals.race([move, move]);
    expect(one('select count(*) from invitation where email_hash = hash_address(?)', email)).toBe(1);
    expect(one("select count(*) from mail where open_words('mail:' || id, to_address) = ?", email)).toBe(1);
  }
});

it('[INV8] nobody comes to sit at a seat that is taken away in the same moment', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const seatId = freshSeat();
    const { accept } = invited(seatId);
    const row = world.db.raw.prepare('select * from seat where id = ?').get(seatId) as never;
    const told = await rivals.race([accept, { do: 'retire', seatId, version: seatVersion(world.db, row) }]);
    expect([...told].sort()).toEqual(['conflict', 'done']);
    const gone = told[1] === 'done';
    expect(isMember(accept.as)).toBe(gone ? 0 : 1);
    expect(one('select count(*) from seat_holding where seat_id = ?', seatId)).toBe(gone ? 0 : 1);
  }
});
