import { type MadeLink, makeLink, type NewLink } from '../../../server/takePart/links.ts';
import { DAY, FACILITATOR, type Table } from '../decisions/table.ts';

/** A page that someone without an account and without a script sees. */
export interface Page {
  readonly status: number;
  readonly html: string;
  /** What is read on it: without tags, with entities undone. */
  readonly text: string;
  readonly headers: Headers;
  /** What the first form that goes there would send as it stands; `which`: the one with this in its HTML. */
  form(action: 'answer' | 'comment' | 'private-note', which?: string): Record<string, string>;
}

/** A link for one of the cast, to a decision that all eleven seats decide. */
export function link(table: Table, about: NewLink['about'], wanted: Partial<NewLink> = {}): MadeLink {
  return makeLink(table.db.orm, table.context, {
    ...{ partnershipId: 'northvale', memberId: table.person('Ron Tasker'), seatId: 'northvale-g1', about },
    ...{ allows: { comment: true, answer: true }, expiresAt: table.clock.now + 30 * DAY },
    ...{ madeBy: table.person(FACILITATOR) },
    ...wanted,
  });
}

/** Opens an address as a browser without a script does. */
export async function open(table: Table, path: string): Promise<Page> {
  return pageOf(await fetch(`${table.url}${path}`, { redirect: 'manual' }));
}

/** Sends a form as a browser without a script does: from a page that hands no address on. */
export async function send(
  table: Table,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Page> {
  const answer = await fetch(`${table.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'null', 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
  });
  return pageOf(answer);
}

async function pageOf(answer: Response): Promise<Page> {
  const html = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    html,
    text: plain(html.replace(/<style[\s\S]*?<\/style>/, '')),
    form(action, which = '') {
      const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
      const found = forms.find((form) => form.includes(`/${action}`) && form.includes(which));
      if (!found) throw new Error(`no form to ${action} on this page:\n${html.slice(-3000)}`);
      return fieldsOf(found);
    },
  };
}

function fieldsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const attribute = (tag: string, name: string) =>
    plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [tag] of form.matchAll(/<input[^>]*>/g))
    if (!tag.includes('type="radio"') || / checked/.test(tag))
      fields[attribute(tag, 'name')] = attribute(tag, 'value');
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)\n?([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name')] = plain(text);
  return fields;
}

/** Everything in the database but for what only time changes. */
export function everything({ db }: Table): string {
  const tables = db.raw
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((name) => [name, db.raw.prepare(`select * from "${name}"`).raw().all()]));
}

function plain(html: string): string {
  const entities: Record<string, string> = {
    ...{ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' },
  };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (each) => entities[each] as string);
}
