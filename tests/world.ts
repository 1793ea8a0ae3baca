import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../db/open.ts';
import { addDocument } from '../server/documents/store.ts';
import { northvaleCast } from '../server/example/cast.ts';
import { addExamplePartnership, EXAMPLE_PARTNERSHIP, exampleMemberId } from '../server/example/store.ts';
import type { SignIns } from '../server/people/signIn.ts';

/** The Northvale partnership in a database file of its own: the one cast that every test uses. */
export interface World {
  readonly folder: string;
  readonly db: ReturnType<typeof openDb>;
  readonly now: () => number;
  /** Account (and member) id of someone in the cast, by name: 'Priya Nandra'. */
  person(name: string): string;
  /** Adds an empty document in which every seat may edit, and gives its id. */
  addDocument(id: string, preset?: 'equals' | 'steering'): Promise<string>;
  close(): void;
}

/** The `Cookie` header of a new browser in which the account is signed in. */
export async function signedInCookie(signIns: SignIns, accountId: string): Promise<string> {
  const { setCookie } = await signIns.start(accountId, {
    method: 'example',
    userAgent: undefined,
    cookie: undefined,
  });
  return setCookie.split(';')[0] as string;
}

/** Gives an account a mail address, kept as the server keeps it. */
export function setAddress({ raw }: World['db'], accountId: string, email: string): void {
  raw
    .prepare(
      "update account set email = seal_words('account:' || id, :email), email_hash = hash_address(:email) where id = :accountId",
    )
    .run({ email, accountId });
}

export const WORLD_TIME = Date.parse('2025-04-01T09:00:00Z');

export function createWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'trialogue-'));
  const db = openDb(join(folder, 'trialogue.db'));
  const now = () => WORLD_TIME;
  addExamplePartnership(db, northvaleCast(), now());
  return {
    folder,
    db,
    now,
    person: exampleMemberId,
    async addDocument(id, preset = 'equals') {
      await addDocument(db, {
        id,
        partnershipId: EXAMPLE_PARTNERSHIP,
        template: 'empty',
        title: id,
        preset,
        createdBy: null,
        createdAt: now(),
      });
      return id;
    },
    close() {
      db.raw.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
