import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FROM, RONS, type Stage, startStage } from './scene.ts';
import { structureOf } from './structure.ts';
import { HOSTILE_HEADS, HOSTILE_WORDS } from './words.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.stop());

it('[BYLINK20] [TOLD15] whatever people write or are called, every page of taking part has its own elements and attributes and no others, and so has every mail', async () => {
  const PLAIN = 'Words like any others';
  // An answer that was given before shows on the page too.
  await stage.play(PLAIN);
  const plain = await stage.play(PLAIN);
  const wanted = new Map([...plain.pages].map(([name, html]) => [name, structureOf(html)]));
  for (const html of plain.pages.values()) expect(html).toContain(PLAIN);
  for (const words of HOSTILE_WORDS) {
    const { pages, said } = await stage.play(words);
    for (const [name, html] of pages) {
      expect([words, name, structureOf(html)]).toEqual([words, name, wanted.get(name)]);
      if (words.includes('<')) expect([words, name, html.includes(words)]).toEqual([words, name, false]);
    }
    expect(said.contentType).toContain('application/json');
    // Whoever is mentioned and is nobody here is only their name.
    const written = words.replace(/@\[(.*?)\]\(member:nobody\)/g, '$1');
    expect(said).toMatchObject({ onPages: Array(4).fill(written), names: [words] });
    expect(said.byMail).toEqual([written.replace(/ +/g, ' ')]);
    expect(said).toMatchObject({ ended: [words, words], suggested: [words] });
  }
  await lookAtMails();
}, 120_000);

/** The lines that a head of ours has, and which only the words of a mail may change. */
const HEADS = [
  ...['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'auto-submitted'],
  ...['x-auto-response-suppress', 'list-unsubscribe', 'list-unsubscribe-post', 'reply-to', 'references'],
];
const IN_MAILS =
  /^(?:html lang|head|meta (?:charset|name content=light dark)|title|body style=.*|p(?: style=.*)?|a(?: style=.*)? href=http:.*|h2 style=.*|ul style=.*|li style=.*|br)$/;

it('[TOLD15] words that would be more lines of a mail’s head are words in its subject', async () => {
  for (const words of HOSTILE_HEADS) await stage.play(`${words} and more words`);
  await lookAtMails();
});

/** Each is to its reader alone, and has nothing but its own lines, elements and places to lead to. */
async function lookAtMails(): Promise<void> {
  expect(stage.smtp.received.length).toBeGreaterThan(3);
  for (const { to, raw } of stage.smtp.received) {
    expect(to).toBe(RONS);
    const mail = await PostalMime.parse(raw);
    const { subject = '', html = '', text = '' } = mail;
    expect([subject, mail.headers.filter(({ key }) => !HEADS.includes(key))]).toEqual([subject, []]);
    expect(mail.headers.length).toBe(new Set(mail.headers.map(({ key }) => key)).size);
    expect([mail.from?.address, mail.to?.map(({ address }) => address)]).toEqual([FROM, [RONS]]);
    expect([mail.cc, mail.bcc, mail.attachments]).toEqual([undefined, undefined, []]);
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    const others = structureOf(html).filter((each) => !IN_MAILS.test(each));
    expect([subject, others]).toEqual([subject, []]);
    for (const address of text.match(/^\s*http\S+$/gm) ?? [])
      expect(address.trim()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  }
}
