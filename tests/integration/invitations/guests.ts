import { seat } from '../../../db/schema/partnerships.ts';
import { addAccount } from '../../../server/people/accountStore.ts';
import { EMPTY_LINE, type InviteLine } from '../../../shared/invitations/lines.ts';
import type { HttpWorld } from '../http/server.ts';

/** What the tests of invitations do over HTTP, as a facilitator and as those who are invited. */
export function guests(http: HttpWorld) {
  const marsha = http.cookieOf(http.person('Marsha Odell'));
  const at = '/api/partnerships/northvale/invitations';
  const invite = async (...lines: Partial<InviteLine>[]) =>
    http.call('POST', at, {
      cookie: await marsha,
      body: { lines: lines.map((line) => ({ ...EMPTY_LINE, ...line })) },
    });
  const look = (token: string, cookie?: string) =>
    http.call('POST', '/api/invitations/look', { cookie, body: { token } });
  return {
    marsha,
    invite,
    look,
    list: async () => (await http.call('GET', at, { cookie: await marsha })).json.invitations,
    /** Invites, and gives the token from the mail. */
    async invited(line: Partial<InviteLine> & { email: string }): Promise<string> {
      const { status, json } = await invite(line);
      if (json.sent !== 1) throw new Error(`not invited: ${status} ${JSON.stringify(json)}`);
      return tokenIn((await http.mailTo(line.email)).text);
    },
    /** An account with this address, signed in. */
    async guest(email: string): Promise<string> {
      const id = http.context.newId();
      addAccount(http.db.orm, { id, name: '', email, createdAt: 1 });
      return http.cookieOf(id);
    },
    async accept(token: string, cookie: string, more: object = {}) {
      const { shown = '' } = (await look(token, cookie)).json;
      return http.call('POST', '/api/invitations/accept', {
        cookie,
        body: { token, shown, name: 'Jane', ...more },
      });
    },
    decline: (token: string) => http.call('POST', '/api/invitations/decline', { body: { token } }),
    async act(invitationId: string, what: 'again' | 'revoke') {
      return http.call('POST', `${at}/${invitationId}/${what}`, { cookie: await marsha, body: {} });
    },
  };
}

export type Guests = ReturnType<typeof guests>;

export function tokenIn(text: string): string {
  const found = /\/invitation#([\w-]+)/.exec(text)?.[1];
  if (!found) throw new Error(`no invitation in: ${text}`);
  return found;
}

/** A seat at Northvale's table that nobody holds yet. */
export function addEmptySeat(http: HttpWorld, code = 'G9', name = 'Fell Road Walkers'): string {
  const id = `northvale-${code.toLowerCase()}`;
  http.db.orm
    .insert(seat)
    .values({ id, partnershipId: 'northvale', code, name, side: 'community_provider', position: 99 })
    .run();
  return id;
}

/** Everything in every table, as text: what a thief of the database could search. */
export function everythingStored(http: HttpWorld): string {
  const tables = http.db.raw.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  return JSON.stringify(tables.map((name) => http.db.raw.prepare(`select * from "${name}"`).all()));
}
