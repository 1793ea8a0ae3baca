import type { AnswerForm } from '../../shared/decisions/answerForm.ts';
import { answerForm } from '../../shared/decisions/answerForm.ts';
import { takePartWords as words } from '../../shared/messages/en/takePart.ts';

/** What somebody typed into a form of a page, by the names of its fields; nothing of it has been looked at. */
export type Typed = Readonly<Record<string, string>>;

const NAMES = [
  'choice',
  'reason',
  'value',
  'harm',
  'change',
  'supporter',
  'words',
  'which',
  'paragraph',
  'shown',
  'version',
  'proof',
  'request',
  'act',
  'to',
  'code',
];
const PLACE = /^place-[A-Za-z0-9_-]{1,64}$/;

/** The fields that are ours, as text; a browser sends line breaks as two signs. */
export function readTyped(body: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' && (NAMES.includes(name) || PLACE.test(name))
        ? [[name, value.replace(/\r\n?/g, '\n')] as const]
        : [],
    ),
  );
}

/** What people wrote themselves, in the order of the page. */
export function ownWords(typed: Typed): string[] {
  return ['reason', 'harm', 'change', 'words', 'supporter'].flatMap((name) => {
    const text = typed[name]?.trim() ?? '';
    return text === '' ? [] : [text];
  });
}

/** An answer as it was typed: the fields that belong to other choices are left away, and not lost in the form. */
export function answerTyped(
  typed: Typed,
  options: readonly string[],
): { readonly form: AnswerForm; readonly errors: Readonly<Record<string, string>> } {
  const choice = answerForm.shape.choice.safeParse(typed.choice);
  const places = placesTyped(typed, options);
  return {
    form: {
      choice: choice.success ? choice.data : null,
      reason: typed.reason ?? '',
      value: typed.value ?? '',
      harm: typed.harm ?? '',
      change: typed.change ?? '',
      ranking: places ?? [],
    },
    errors: typed.choice === 'ranking' && places === undefined ? { ranking: words.refused.place } : {},
  };
}

/** The options in the order of the numbers given to them; undefined when a number is given twice, or left out between. */
function placesTyped(typed: Typed, options: readonly string[]): string[] | undefined {
  const placed = options
    .map((option) => ({ option, place: Number(typed[`place-${option}`] ?? '') }))
    .filter(({ place }) => Number.isInteger(place) && place > 0)
    .sort((one, other) => one.place - other.place);
  return placed.every(({ place }, index) => place === index + 1)
    ? placed.map(({ option }) => option)
    : undefined;
}
