import type { Browser } from 'playwright-core';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import type { DraftPatch } from '../../../shared/decisions/changeApi.ts';
import { library } from '../../../shared/decisions/library/library.ts';
import { DAY } from '../../../shared/decisions/moments.ts';
import type { Position } from '../../../shared/decisions/positions.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { type RunningServer, signedIn } from '../harness.ts';

/** Everyone with a seat in the example, by the code of the seat. */
export const HOLDERS = {
  C1: 'Priya Nandra',
  C2: 'Col Whitaker',
  C3: 'Dr Ines Aldous',
  P1: 'Gwen Sallis',
  P2: 'Jo Marr',
  P3: 'Bal Dhesi',
  G1: 'Ron Tasker',
  G2: 'Maureen Airey',
  G3: 'Nasreen Begum',
  U1: 'Del Fenn',
  U2: 'Heron',
} as const;
export type Code = keyof typeof HOLDERS;

export function ruleNamed(id: string): Rule {
  const found = library.find((each) => each.id === id);
  if (!found) throw new Error(`the library has no rule ${id}`);
  return found.rule;
}

export const NORTHVALE = ruleNamed('concurrent_three_quarters');

export interface NewDecision {
  readonly question?: string;
  readonly text?: string;
  readonly alternatives?: readonly { readonly name: string; readonly text: string }[];
  readonly fields?: DraftPatch['fields'];
  /** How long the first round is open. */
  readonly days?: number;
  readonly stayDraft?: boolean;
}

/** Puts decisions into a running server over HTTP, as the people of the example. */
export class Desk {
  readonly #browser: Browser;
  readonly #server: RunningServer;
  readonly #sent = new Map<string, Awaited<ReturnType<typeof signedIn>>>();
  #requests = 0;

  constructor(browser: Browser, server: RunningServer) {
    this.#browser = browser;
    this.#server = server;
  }

  async send<T>(
    person: string,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    data?: unknown,
  ): Promise<T> {
    const context = this.#sent.get(person) ?? (await signedIn(this.#browser, this.#server, person));
    this.#sent.set(person, context);
    const answer = await context.request.fetch(`/api${path}`, {
      method,
      ...(data !== undefined && { data }),
    });
    if (!answer.ok())
      throw new Error(`${method} ${path} by ${person}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async see(id: string, person = 'Marsha Odell'): Promise<DecisionAnswer> {
    return this.send(person, 'GET', `/decisions/${id}`);
  }

  /** Drafts a decision and opens it, unless it is to stay a draft. */
  async decision(wanted: NewDecision = {}): Promise<DecisionAnswer> {
    const { question = 'Shall the shared trips start in May?', text = TEXT, fields, days = 14 } = wanted;
    const by = 'Marsha Odell';
    const drafted = await this.send<DecisionAnswer>(by, 'POST', '/partnerships/northvale/decisions', {
      question,
    });
    const { id, now } = drafted;
    await this.send(by, 'PUT', `/decisions/${id}/words`, { role: 'proposal', basedOn: '', text });
    const alternatives = [];
    for (const [index, option] of (wanted.alternatives ?? []).entries()) {
      const { hash } = await this.send<{ hash: string }>(by, 'PUT', `/decisions/${id}/words`, {
        role: 'alternative',
        text: option.text,
      });
      alternatives.push({ id: `option-${index + 1}`, name: option.name, hash });
    }
    const written: DraftPatch['fields'] = {
      standing: { kind: 'delegated' },
      rule: NORTHVALE,
      opensAt: now,
      closesAt: now + days * DAY,
      reviewAt: now + 200 * DAY,
      ...(alternatives.length > 0 && { alternatives }),
      ...fields,
    };
    await this.send(by, 'PATCH', `/decisions/${id}/draft`, {
      fields: written,
      basedOn: Object.fromEntries(Object.keys(written).map((field) => [field, ''])),
    });
    if (!wanted.stayDraft) await this.act(by, id, { kind: 'open' });
    return this.see(id);
  }

  async act(person: string, id: string, action: PersonAction): Promise<DecisionAnswer> {
    this.#requests += 1;
    const requestId = `desk-request-${this.#requests}`;
    return (
      await this.send<{ decision: DecisionAnswer }>(person, 'POST', `/decisions/${id}/acts`, {
        requestId,
        action,
      })
    ).decision;
  }

  /** What some seats say, each by whoever holds it. */
  async say(decision: DecisionAnswer, said: Partial<Record<Code, Position>>): Promise<void> {
    for (const [code, position] of Object.entries(said) as [Code, Position][])
      await this.act(HOLDERS[code], decision.id, {
        kind: 'take_position',
        seat: seatOf(decision, code),
        position,
        through: { channel: 'web' },
      });
  }

  /** New words, put by the facilitator. */
  async amend(id: string, text: string, change: string): Promise<void> {
    const by = 'Marsha Odell';
    const { hash } = await this.send<{ hash: string }>(by, 'PUT', `/decisions/${id}/words`, {
      role: 'amendment',
      text,
    });
    await this.act(by, id, { kind: 'amend', hash, change, ifFrozen: 'move_closing' });
  }

  async close(): Promise<void> {
    for (const context of this.#sent.values()) await context.close();
  }
}

export function seatOf({ seats }: DecisionAnswer, code: Code): string {
  const found = seats.find((seat) => seat.code === code);
  if (!found) throw new Error(`no seat ${code}`);
  return found.id;
}

export const AGREE: Position = { choice: 'agree' };
export const ALL_AGREE = Object.fromEntries(Object.keys(HOLDERS).map((code) => [code, AGREE])) as Record<
  Code,
  Position
>;

export const TEXT = `From May, shared trips run twice a week.

- On Tuesdays from Skelby
- On Fridays from Fell Road

Nobody pays more than two pounds a trip.`;
