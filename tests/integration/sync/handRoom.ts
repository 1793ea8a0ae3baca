import { pino } from 'pino';
import type { DocumentAccess } from '../../../server/documents/access.ts';
import { Committer } from '../../../server/sync/committer.ts';
import type { Connection, SocketPort } from '../../../server/sync/connection.ts';
import { SYNC_LIMITS, type SyncLimits } from '../../../server/sync/limits.ts';
import { Room } from '../../../server/sync/room.ts';
import type { SyncStorage } from '../../../server/sync/storage.ts';
import type { Side } from '../../../shared/partnerships/sides.ts';
import { HandTiming } from './handTiming.ts';
import { MemoryStorage } from './memoryStorage.ts';
import type { WireClient } from './wireClient.ts';

/** One end of a line between a client and the room: what was sent waits until the test delivers it. */
export class Line implements SocketPort {
  readonly client: WireClient;
  readonly room: Room;
  readonly connection: Connection;
  readonly toServer: Uint8Array[] = [];
  readonly toClient: Uint8Array[] = [];
  /** While true, the network takes nothing: what the server sends stays in its buffer. */
  clogged = false;
  closed: { readonly code: number; readonly reason: string } | undefined;

  constructor(room: Room, client: WireClient, who: LineOptions) {
    this.room = room;
    this.client = client;
    const { accountId = 'ron-tasker', access = {}, wire = true, since } = who;
    this.connection = room.join({
      socket: this,
      accountId,
      access: { ...ACCESS, memberId: accountId, memberName: accountId, ...access },
      wire,
      since,
    });
    client.connect((bytes) => this.toServer.push(bytes));
  }

  send(bytes: Uint8Array): void {
    if (!this.closed) this.toClient.push(bytes);
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }

  get bufferedAmount(): number {
    return this.clogged ? this.toClient.reduce((sum, { length }) => sum + length, 0) : 0;
  }

  /** Hands the oldest frame over, one way or the other; false when there is none. */
  deliverToServer(): boolean {
    const bytes = this.toServer.shift();
    if (bytes) this.room.receive(this.connection, bytes);
    return bytes !== undefined;
  }

  deliverToClient(): boolean {
    const bytes = this.clogged ? undefined : this.toClient.shift();
    if (bytes) this.client.receive(bytes);
    return bytes !== undefined;
  }

  /** The line is cut: what was under way is lost. */
  cut(): void {
    this.room.leave(this.connection);
    this.client.disconnect();
    this.toServer.length = 0;
    this.toClient.length = 0;
  }
}

export interface LineOptions {
  readonly accountId?: string;
  readonly access?: Partial<DocumentAccess>;
  readonly wire?: boolean;
  readonly since?: number | undefined;
}

const ACCESS: DocumentAccess = {
  documentId: 'plan',
  partnershipId: 'northvale',
  memberId: 'ron-tasker',
  memberName: 'Ron Tasker',
  roles: [],
  seat: { id: 'northvale-s1', name: 'Skelby Good Neighbours', side: 'community_provider' satisfies Side },
  right: 'edit',
  archived: false,
  mayManage: false,
  sensitivity: 'members',
};

/** A room whose clock, disk and lines are in the test's hands. */
export class HandRoom {
  readonly timing = new HandTiming();
  readonly storage: SyncStorage;
  readonly lines: Line[] = [];
  readonly limits: SyncLimits;
  room: Room;
  idle = false;

  readonly #documentId: string;

  constructor({
    documentId = 'plan',
    storage = new MemoryStorage(),
    limits = {},
  }: {
    documentId?: string;
    storage?: SyncStorage;
    limits?: Partial<SyncLimits>;
  } = {}) {
    this.#documentId = documentId;
    this.storage = storage;
    this.limits = { ...SYNC_LIMITS, ...limits };
    this.room = this.#open();
  }

  #open(): Room {
    const { storage, timing, limits } = this;
    const log = pino({ level: 'silent' });
    const committer = new Committer(storage, timing, log, limits.turn);
    return new Room({
      documentId: this.#documentId,
      storage,
      committer,
      timing,
      limits,
      now: () => 1_700_000_000_000 + Math.floor(timing.elapsed()),
      log,
      onIdle: () => {
        this.idle = true;
      },
    });
  }

  join(client: WireClient, who: LineOptions = {}): Line {
    if (this.idle) this.room = this.#open();
    this.idle = false;
    const line = new Line(this.room, client, who);
    this.lines.push(line);
    return line;
  }

  cut(line: Line): void {
    line.cut();
    this.lines.splice(this.lines.indexOf(line), 1);
  }

  /** The server stops without a word, and starts again on what is on its disk. */
  crash(): void {
    for (const line of [...this.lines]) this.cut(line);
    this.timing.forget();
    this.room = this.#open();
  }

  /** Delivers everything both ways and lets windows close, until nothing moves any more. */
  settle(): void {
    for (let moved = true; moved; ) {
      moved = false;
      for (const line of this.lines) while (line.deliverToServer()) moved = true;
      this.timing.pass(this.limits.longestWindow);
      for (const line of this.lines) while (line.deliverToClient()) moved = true;
    }
  }
}
