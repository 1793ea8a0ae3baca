/** What a mail says: plain paragraphs, and at most one link and one code between them. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly words: string; readonly href: string };
  /** To be typed: set large, on a line of its own, with the words before it. */
  readonly code?: { readonly words: string; readonly code: string };
  /** What comes after the link and the code. */
  readonly after?: readonly string[];
}

/** Both forms of a mail's words. What people wrote stays words in both, whatever it looks like. */
export function writeLetter({ subject, paragraphs, link, code, after = [] }: Letter) {
  const text = [
    ...paragraphs.map(oneLine),
    ...(link ? [`${oneLine(link.words)}:\n${link.href}`] : []),
    ...(code ? [oneLine(code.words), `    ${code.code}`] : []),
    ...after.map(oneLine),
  ];
  const html = [
    ...paragraphs.map(paragraph),
    ...(link ? [linkHtml(link)] : []),
    ...(code ? [paragraph(code.words), `<p style="${CODE}">${escapeHtml(code.code)}</p>`] : []),
    ...after.map(paragraph),
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
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5d66;color:#ffffff;font-weight:bold;text-decoration:none';

/** Some mail programs show no button, so that the address stands below it in full. */
function linkHtml({ words, href }: NonNullable<Letter['link']>): string {
  const address = escapeHtml(href);
  return `<p style="margin:24px 0"><a style="${BUTTON}" href="${address}">${escapeHtml(words)}</a></p>
<p style="font-size:15px;overflow-wrap:anywhere">${address}</p>`;
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
