interface Link {
  readonly words: string;
  readonly href: string;
}

/** One of several things that a mail tells of. */
export interface LetterItem {
  readonly title: string;
  readonly line: string;
  readonly href: string;
  readonly note?: string;
}

/** What a mail says: plain paragraphs and lists, and at most one link and one code between them. */
export interface Letter {
  readonly subject: string;
  /** The very first line, such as one that an answer is written above. */
  readonly before?: string;
  readonly paragraphs: readonly string[];
  readonly link?: Link;
  /** To be typed: set large, on a line of its own, with the words before it. */
  readonly code?: { readonly words: string; readonly code: string };
  readonly lists?: readonly { readonly heading: string; readonly items: readonly LetterItem[] }[];
  /** What comes after the link and the code. */
  readonly after?: readonly (string | Link)[];
}

/** Both forms of a mail's words. What people wrote stays words in both, whatever it looks like. */
export function writeLetter({ subject, before, paragraphs, link, code, lists = [], after = [] }: Letter) {
  const text = [
    ...(before ? [oneLine(before)] : []),
    ...paragraphs.map(oneLine),
    ...(link ? [`${oneLine(link.words)}:\n${link.href}`] : []),
    ...(code ? [oneLine(code.words), `    ${code.code}`] : []),
    ...lists.flatMap(({ heading, items }) => [oneLine(heading).toUpperCase(), ...items.map(itemText)]),
    ...after.map(afterText),
  ];
  const html = [
    ...(before ? [paragraph(before)] : []),
    ...paragraphs.map(paragraph),
    ...(link ? [linkHtml(link)] : []),
    ...(code ? [paragraph(code.words), `<p style="${CODE}">${escapeHtml(code.code)}</p>`] : []),
    ...lists.flatMap(({ heading, items }) => [
      `<h2 style="${HEADING}">${escapeHtml(oneLine(heading))}</h2>`,
      `<ul style="padding-left:1.2em">${items.map(itemHtml).join('')}</ul>`,
    ]),
    ...after.map(afterHtml),
  ];
  return {
    subject: oneLine(subject),
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(oneLine(subject))}</title></head>
<body style="${BODY}">
${html.join('\n')}
</body>
</html>
`,
  };
}

const BODY =
  "margin:0 auto;padding:24px;max-width:34em;font:18px/1.6 'Atkinson Hyperlegible',Verdana,sans-serif";
const CODE = 'margin:24px 0;font-size:32px;font-weight:bold;letter-spacing:0.15em';
const HEADING = 'margin:24px 0 8px;font-size:20px';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5d66;color:#ffffff;font-weight:bold;text-decoration:none';

/** Some mail programs show no button, so that the address stands below it in full. */
function linkHtml({ words, href }: Link): string {
  const address = escapeHtml(href);
  return `<p style="margin:24px 0"><a style="${BUTTON}" href="${address}">${escapeHtml(words)}</a></p>
<p style="font-size:15px;overflow-wrap:anywhere">${address}</p>`;
}

function afterText(after: string | Link): string {
  return typeof after === 'string' ? oneLine(after) : `${oneLine(after.words)}: ${after.href}`;
}

function afterHtml(after: string | Link): string {
  if (typeof after === 'string') return paragraph(after);
  return `<p><a href="${escapeHtml(after.href)}">${escapeHtml(oneLine(after.words))}</a></p>`;
}

function itemText({ title, line, href, note }: LetterItem): string {
  return [`* ${oneLine(title)}`, oneLine(line), href, ...(note ? [oneLine(note)] : [])].join('\n  ');
}

function itemHtml({ title, line, href, note }: LetterItem): string {
  const more = note ? `<br>${escapeHtml(oneLine(note))}` : '';
  return `<li style="margin:0 0 16px"><a href="${escapeHtml(href)}">${escapeHtml(oneLine(title))}</a><br>${escapeHtml(oneLine(line))}${more}</li>`;
}

function paragraph(words: string): string {
  return `<p>${escapeHtml(oneLine(words))}</p>`;
}

/** Nothing that people wrote can add lines of its own, to a mail's words or to its head. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
}
