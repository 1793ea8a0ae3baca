import { CHANGED, type Change, HELLO, type Hearer } from '../../shared/live/changes.ts';
import type { AccessChange, AccessChanges } from '../accessChanges.ts';
import type { Audience, Changes, Told } from './changes.ts';

export interface StreamParts {
  readonly changes: Changes;
  readonly accessChanges: AccessChanges;
  readonly partnershipId: string;
  readonly accountId: string;
  /** Who is listening, as they are now; undefined once they have no business here. */
  readonly who: () => Promise<Hearer | undefined>;
  readonly onEnd: () => void;
}

/** Several changes in one moment are told together: a full room answers within seconds of each other. */
const TOGETHER_MS = 100;
/** Shorter than proxies wait for a silent answer. Also the longest that someone who may no longer hear stays connected. */
const PULSE_MS = 20_000;

/** A page that takes nothing for this many messages has gone, or will ask for everything when it is back. */
const MOST_UNREAD = 500;

/** The stream of what changes in a partnership for one page: bytes for as long as the page listens. */
export function eventStream(parts: StreamParts): ReadableStream<Uint8Array> {
  let listener: Listener | undefined;
  return new ReadableStream<Uint8Array>({
    start: (page) => {
      listener = new Listener(parts, page);
    },
    cancel: () => listener?.stop(),
  });
}

class Listener {
  readonly #parts: StreamParts;
  readonly #page: ReadableStreamDefaultController<Uint8Array>;
  readonly #waiting = new Map<string, Told>();
  readonly #stops: (() => void)[];
  #telling: NodeJS.Timeout | undefined;
  #pulseDue = false;
  #stopped = false;

  constructor(parts: StreamParts, page: ReadableStreamDefaultController<Uint8Array>) {
    this.#parts = parts;
    this.#page = page;
    const pulse = setInterval(() => this.#pulse(), PULSE_MS);
    this.#stops = [
      parts.changes.listen(
        (told) => this.#hear(told),
        () => this.#end(),
      ),
      parts.accessChanges.listen((change) => {
        if (concerns(change, parts)) this.#soon();
      }),
      () => clearInterval(pulse),
    ];
    this.#send(event(HELLO, {}));
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#telling);
    for (const stop of this.#stops) stop();
    this.#parts.onEnd();
  }

  #hear(told: Told): void {
    if (told.partnershipId !== this.#parts.partnershipId) return;
    const key = `${told.change.kind} ${told.change.id}`;
    const before = this.#waiting.get(key)?.audience;
    // Of two about one thing, whoever may hear of either hears.
    const audience: Audience = before ? (member) => before(member) || told.audience(member) : told.audience;
    this.#waiting.set(key, { ...told, audience });
    this.#soon();
  }

  #soon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell().catch(() => this.#end());
    }, TOGETHER_MS);
  }

  async #tell(): Promise<void> {
    const told = [...this.#waiting.values()];
    this.#waiting.clear();
    const member = await this.#parts.who();
    if (!member) return this.#end();
    if (this.#pulseDue) this.#send(': still here\n\n');
    this.#pulseDue = false;
    for (const { change, audience } of told) if (audience(member)) this.#send(event(CHANGED, change));
  }

  /** Like everything else, it is sent only once it is sure that they may still be here. */
  #pulse(): void {
    this.#pulseDue = true;
    this.#soon();
  }

  #send(text: string): void {
    if (this.#stopped) return;
    if ((this.#page.desiredSize ?? 0) < -MOST_UNREAD) this.#end();
    else this.#page.enqueue(bytes.encode(text));
  }

  #end(): void {
    if (this.#stopped) return;
    this.stop();
    this.#page.close();
  }
}

const bytes = new TextEncoder();

function event(name: string, data: Change | object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function concerns(change: AccessChange, { partnershipId, accountId }: StreamParts): boolean {
  switch (change.kind) {
    case 'document':
      return false;
    case 'partnership':
      return change.partnershipId === partnershipId;
    case 'account':
      return change.accountId === accountId;
  }
}
