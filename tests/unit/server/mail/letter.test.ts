import { expect, it } from 'vitest';
import { writeLetter } from '../../../../server/mail/letter.ts';

const HOSTILE =
  'Rosa\r\nBcc: all@evil.example\u2028<img src=x onerror=alert(1)> & "sons" <a href="https://evil.example">';

it('[MAIL8] whatever people wrote stays words in both forms of a mail', () => {
  const { subject, text, html } = writeLetter({
    subject: `${HOSTILE} invites you`,
    paragraphs: [`${HOSTILE} invites you.`],
    link: { words: `Look, ${HOSTILE}`, href: 'https://plans.example/invitation#a"b<c' },
    code: { words: 'Type this:', code: '<b>1' },
    after: [HOSTILE],
  });
  expect(subject).not.toMatch(/[\r\n\u2028]/);
  expect(subject).toBe(
    'Rosa Bcc: all@evil.example <img src=x onerror=alert(1)> & "sons" <a href="https://evil.example"> invites you',
  );
  expect(text).not.toMatch(/^Bcc/m);
  expect(html).not.toMatch(/<img|<b>1|href="https:\/\/evil/);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('href="https://plans.example/invitation#a&quot;b&lt;c"');
});

it('[MAIL8] both forms say the same, in the same order', () => {
  const { text, html } = writeLetter({
    subject: 'S',
    paragraphs: ['One.', 'Two.'],
    link: { words: 'Go', href: 'https://plans.example/x' },
    code: { words: 'Or type:', code: '123456' },
    after: ['Three.'],
  });
  expect(text).toBe('One.\n\nTwo.\n\nGo:\nhttps://plans.example/x\n\nOr type:\n\n    123456\n\nThree.\n');
  const words = html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  expect(words).toBe('One. Two. Go https://plans.example/x Or type: 123456 Three.');
});
