import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { DESKTOP, type RunningServer, signedIn } from '../harness.ts';

/** People at one table, each in a browser of their own, and a clock that can be put forward for all of them. */
export interface Room {
  /** A page of someone's, signed in, with the clock where the server's is. */
  enter(person: string, options?: BrowserContextOptions): Promise<Page>;
  /** Lets so much time pass, for the server and every page. */
  wait(milliseconds: number): Promise<void>;
  /** What a decision is now, as someone sees it. */
  see(person: string, decisionId: string): Promise<DecisionAnswer>;
}

export function openRoom(browser: Browser, server: RunningServer): Room {
  const here = new Map<string, BrowserContext>();
  let now = Date.now();
  const contextOf = async (person: string, options: BrowserContextOptions = DESKTOP) => {
    const known = here.get(person);
    if (known) return known;
    const context = await signedIn(browser, server, person, options);
    await context.clock.setSystemTime(now);
    here.set(person, context);
    return context;
  };
  const see: Room['see'] = async (person, decisionId) =>
    (await (await contextOf(person)).request.get(`/api/decisions/${decisionId}`)).json();
  return {
    see,
    enter: async (person, options) => (await contextOf(person, options)).newPage(),
    async wait(milliseconds) {
      now = await server.forward(milliseconds);
      for (const [person, context] of here) {
        await context.clock.setSystemTime(now);
        // Weeks have passed, and with them their sign-in.
        await context.request.post('/api/example/sign-in', { data: { person } });
      }
    },
  };
}
