import fc from 'fast-check';
import { expect, it } from 'vitest';
import { htmlWords } from '../../../../shared/inbound/htmlWords.ts';
import { ownWords } from '../../../../shared/inbound/ownWords.ts';

const MINE = 'Tuesdays suit us.\n\nFridays do not.';
const LINE = '--- Please write above this line ---';

const ANSWERS: Readonly<Record<string, string>> = {
  'our own line': `${MINE}\n\n${LINE}\n\nRon said something.`,
  'our own line, quoted': `${MINE}\n\n> ${LINE}\n>\n> Ron said something.`,
  'who wrote when': `${MINE}\n\nOn Mon, 3 Nov 2025 at 10:00, Trialogue <x@y.example> wrote:\n\n> Ron said`,
  'who wrote when, broken': `${MINE}\n\nOn Monday, 3 November 2025 at 10:00:12 GMT, Trialogue\n<x@y.example> wrote:\nRon said`,
  'an original message': `${MINE}\n\n-----Original Message-----\nFrom: Trialogue\nRon said`,
  'a head': `${MINE}\n\nFrom: Trialogue <x@y.example>\nSent: 03 November 2025 10:00\nTo: Del\nSubject: Re: x\n\nRon said`,
  'a rule': `${MINE}\n\n________________________________\nFrom: Trialogue\nRon said`,
  'a signature': `${MINE}\n-- \nDel Fenn\n01234 567890`,
  'a phone': `${MINE}\n\nSent from my iPhone`,
  'lines that quote': `> Do Tuesdays suit you?\nTuesdays suit us.\n\nFridays do not.`,
  'line ends of mail': `${MINE.replaceAll('\n', '\r\n')}\r\n\r\n${LINE}\r\n`,
};

for (const [what, answer] of Object.entries(ANSWERS))
  it(`[TOLD8] of an answer only its own words are taken: ${what}`, () => {
    expect(ownWords(answer)).toBe(MINE);
  });

it('[TOLD8] words that only look like a quote are kept', () => {
  for (const words of [
    'On Monday we wrote to the council.',
    'From: the bus stop. To: the hall.',
    'a > b, and - so on --',
  ])
    expect(ownWords(words)).toBe(words);
  expect(ownWords(`${LINE}\nRon said`)).toBe('');
});

it('[TOLD8] an HTML mail is its words, without what it quotes', () => {
  const html =
    '<html><head><style>p{}</style><title>t</title></head><body><p>Tuesdays suit us &amp; them.</p><ul><li>One</li></ul><script>alert(1)</script><div class="gmail_quote">Ron said</div></body></html>';
  expect(htmlWords(html)).toBe('Tuesdays suit us & them.\n\n- One');
  expect(htmlWords('<p>a<br>b</p><blockquote>c</blockquote>')).toBe('a\nb');
  expect(htmlWords('&lt;script&gt;&#x41;&#0;&nope;')).toBe('<script>A&nope;');
});

it('[TOLD8] whatever comes in, reading it ends soon and gives words no longer than it was', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '<p',
    '-- ',
    '\n',
    'On ',
    'wrote:',
    '<!--',
    'From: a\n',
    '&#',
    '_',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 400 }), (some) => {
      const text = some.join('');
      expect(ownWords(text).length).toBeLessThanOrEqual(text.length);
      expect(htmlWords(text).length).toBeLessThanOrEqual(text.length);
    }),
  );
});
