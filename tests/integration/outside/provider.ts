import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Someone at the outside service, by the name that they log in with there. */
export interface OutsideUser {
  readonly email?: string;
  readonly email_verified?: boolean;
}

export interface OutsideService {
  readonly issuer: string;
  readonly users: Map<string, OutsideUser>;
  /** Opens for those who come back to this address. */
  open(returnTo: string): Promise<void>;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'trialogue', clientSecret: 'a-secret-of-at-least-32-characters!' };

/** A real OpenID Connect provider on this machine, with its own pages to log in and to agree. */
export async function startProvider(): Promise<OutsideService> {
  const users = new Map<string, OutsideUser>();
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    response.writeHead(503).end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    users,
    async open(returnTo) {
      const { Provider } = await quietly(() => import('oidc-provider'));
      const provider = await quietly(
        async () =>
          new Provider(issuer, {
            clients: [
              {
                client_id: CLIENT.clientId,
                client_secret: CLIENT.clientSecret,
                redirect_uris: [returnTo],
                response_types: ['code'],
                grant_types: ['authorization_code'],
              },
            ],
            pkce: { required: () => true },
            claims: { openid: ['sub'], email: ['email', 'email_verified'] },
            features: { devInteractions: { enabled: true } },
            cookies: { keys: ['k'] },
            ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
            findAccount: (_: unknown, sub: string) => ({
              accountId: sub,
              claims: async () => ({ sub, ...users.get(sub) }),
            }),
          }),
      );
      handle = provider.callback();
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The provider warns that its pages are for development, which is what they are used for here. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => {}, info: () => {} });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}

/** A browser at the provider: follows it, logs in as `login` and agrees (or not), and gives where it is sent in the end. */
export async function logInOutside(url: string, login: string, agree = true): Promise<URL> {
  const cookies = new Map<string, string>();
  const go = async (at: string, body?: Record<string, string>) => {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const { origin } = new URL(url);
  let answer = await go(url);
  for (let steps = 0; steps < 12; steps++) {
    const to = answer.headers.get('location');
    if (to) {
      const next = new URL(to, origin);
      if (next.origin !== origin) return next;
      answer = await go(next.href);
      continue;
    }
    const page = await answer.text();
    const form = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!form || !prompt) throw new Error(`no form at the provider: ${answer.status} ${page.slice(0, 400)}`);
    const abort = /href="([^"]+\/abort)"/.exec(page)?.[1];
    answer =
      !agree && abort
        ? await go(new URL(abort, origin).href)
        : await go(new URL(form, origin).href, { prompt, login, password: 'x' });
  }
  throw new Error('the provider goes round in circles');
}
