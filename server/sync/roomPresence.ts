import { checkPresence, type Present, stampPresence } from '../../shared/sync/presence.ts';
import type { Connection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import { presence, presenceEntry } from './messages.ts';
import { sideColour } from './sideColours.ts';
import type { Timing } from './timing.ts';

interface Here {
  readonly clientId: number;
  /** What the client said of itself; null when it hides or has left. */
  said: Readonly<Record<string, unknown>> | null;
  entry: Uint8Array;
}

export interface PresenceHost {
  readonly timing: Timing;
  readonly now: () => number;
  readonly limits: SyncLimits;
  connections(): Iterable<Connection>;
  /** Keeps the client id for this account, so that nobody else can write under it. */
  reserve(clientId: number, accountId: string): void;
}

/**
 * Who is in the room. Each connection speaks for one client id. Who that is, and how new it is, comes from
 * the server; where they are in the text, from themselves if they may write. Changes leave together.
 */
export class RoomPresence {
  readonly #host: PresenceHost;
  readonly #here = new Map<Connection, Here>();
  readonly #byClient = new Map<number, Connection>();
  /** Entries that others have not been sent yet, by client id. */
  readonly #changed = new Map<number, Uint8Array>();
  #flush: (() => void) | undefined;
  #renewal: (() => void) | undefined;
  #clock = 0;

  constructor(host: PresenceHost) {
    this.#host = host;
  }

  /** Takes what a connection says of its presence. False when no honest client says that. */
  hear(from: Connection, bytes: Uint8Array): boolean {
    const known = this.#here.get(from);
    const answer = checkPresence(bytes, { boundClient: known?.clientId });
    if (!answer.ok) return answer.code === 'foreign_author';
    const { client: clientId } = answer;
    const said = answer.state?.hidden === true ? null : answer.state;
    if (!known && !this.#bind(from, clientId)) return true;
    const here = this.#here.get(from);
    if (!here || (here.said === null && said === null)) return true;
    here.said = said;
    this.#tell(from, here);
    return true;
  }

  /** Sends a newcomer everyone who is here. */
  welcome(to: Connection): void {
    this.#sendOthers(to);
    this.#renewal ??= this.#host.timing.after(this.#host.limits.presenceRenewal, () => this.#renew());
  }

  /** Their name, seat or right has changed. */
  restamp(who: Connection): void {
    const here = this.#here.get(who);
    if (here && here.said !== null) this.#tell(who, here);
  }

  leave(who: Connection): void {
    const here = this.#here.get(who);
    if (!here) return;
    this.#here.delete(who);
    if (this.#byClient.get(here.clientId) !== who) return;
    this.#byClient.delete(here.clientId);
    if (here.said === null) return;
    here.said = null;
    this.#tell(who, here);
  }

  close(): void {
    this.#flush?.();
    this.#renewal?.();
  }

  /** The first to say a client id is it, unless it is the same person coming back before the old socket is gone. */
  #bind(from: Connection, clientId: number): boolean {
    const holder = this.#byClient.get(clientId);
    if (holder && holder.accountId !== from.accountId) return false;
    if (holder) this.#here.delete(holder);
    this.#byClient.set(clientId, from);
    this.#here.set(from, { clientId, said: null, entry: NO_ENTRY });
    if (from.access.right === 'edit') this.#host.reserve(clientId, from.accountId);
    return true;
  }

  #tell(who: Connection, here: Here): void {
    here.entry = this.#entry(who, here);
    this.#changed.set(here.clientId, here.entry);
    this.#flush ??= this.#host.timing.after(this.#host.limits.presenceEvery, () => {
      this.#flush = undefined;
      this.#sendChanged();
    });
  }

  #entry({ access }: Connection, { clientId, said }: Here): Uint8Array {
    const state = said && stampPresence(access.right === 'edit' ? said : withoutCaret(said), present(access));
    // Clients ignore what is not newer, also across a restart of the server: so the clock is a time.
    this.#clock = Math.max(this.#clock + 1, this.#host.now());
    return presenceEntry(clientId, this.#clock, state);
  }

  /** A client must never be sent its own entry: it would take the server's clock for its own. */
  #sendChanged(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    const forMost = presence(changed.map(([, entry]) => entry));
    const clients = new Set(changed.map(([clientId]) => clientId));
    for (const to of this.#host.connections()) {
      const own = this.#here.get(to)?.clientId;
      if (own === undefined || !clients.has(own)) to.sendPresence(forMost);
      else if (changed.length > 1)
        to.sendPresence(presence(changed.filter(([clientId]) => clientId !== own).map(([, entry]) => entry)));
    }
  }

  /** Stock clients forget whoever they have not heard of for half a minute, and give up on a silent server. */
  #renew(): void {
    this.#renewal = this.#host.timing.after(this.#host.limits.presenceRenewal, () => this.#renew());
    for (const [who, here] of this.#here) if (here.said !== null) here.entry = this.#entry(who, here);
    for (const to of this.#host.connections()) this.#sendOthers(to);
  }

  #sendOthers(to: Connection): void {
    const others = [...this.#here].filter(([who, { said }]) => who !== to && said !== null);
    to.sendPresence(presence(others.map(([, { entry }]) => entry)));
  }
}

const NO_ENTRY = new Uint8Array();

/** A reader is here, but nowhere in the text. */
function withoutCaret(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { quiet } = said;
  return { quiet };
}

function present({ memberId, memberName, seat }: Connection['access']): Present {
  const side = seat?.side ?? null;
  return { id: memberId, name: memberName, seat: seat?.name ?? null, side, color: sideColour(side) };
}
