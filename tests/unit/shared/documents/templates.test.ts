import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { z } from 'zod';
import { type Block, blockKind, MARKS, MAX_INDENT, mention } from '../../../../shared/documents/blocks.ts';
import { readText } from '../../../../shared/documents/readText.ts';
import { templateOf, templates } from '../../../../shared/documents/templates/templates.ts';
import { writeBlocks } from '../../../../shared/documents/writeBlocks.ts';

const run = z.strictObject({
  text: z.string().min(1),
  marks: z.array(z.enum(MARKS)).min(1).optional(),
  link: z.url().optional(),
  mention: mention.optional(),
});
const isList = (kind: string) => ['bullet', 'number', 'check'].includes(kind);
const textBlock = z
  .strictObject({
    kind: blockKind,
    runs: z.array(run),
    indent: z.int().min(0).max(MAX_INDENT).optional(),
    checked: z.boolean().optional(),
  })
  .refine((block) => isList(block.kind) || block.indent === undefined, 'only lists have an indent')
  .refine((block) => block.kind === 'check' || block.checked === undefined, 'only checks are checked');
const cell = z.strictObject({ header: z.boolean(), blocks: z.array(textBlock).min(1) });
const table = z
  .strictObject({ kind: z.literal('table'), rows: z.array(z.array(cell).min(1)).min(1) })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), 'every row has every column')
  .refine(({ rows }) => rows[0]?.every(({ header }) => header), 'the first row names the columns');
const blocks = z.array(z.union([textBlock, table, z.strictObject({ kind: z.literal('rule') })])).min(1);

/** A line for each block and each table cell. */
function linesOf(block: Block): string[] {
  if (block.kind === 'rule') return [];
  if (block.kind === 'table') return block.rows.flat().flatMap((one) => one.blocks.flatMap(linesOf));
  return [block.runs.map(({ text }) => text).join('')];
}

const linesOfTemplate = (id: string) => templateOf(id)?.blocks.flatMap(linesOf) ?? [];
const headingsOf = (id: string) =>
  (templateOf(id)?.blocks ?? []).filter(({ kind }) => kind.startsWith('heading')).flatMap(linesOf);

it.each(templates.map((template) => [template.id, template] as const))(
  '[TPL1] %s is whole: blocks that can be written, a name, a source and what survives of it',
  (id, template) => {
    expect(blocks.safeParse(template.blocks).error).toBeUndefined();
    expect(templateOf(id)).toBe(template);
    for (const words of [template.name, template.summary, template.suggestedTitle, template.survives])
      expect(words.trim().length).toBeGreaterThan(5);
    expect(template.source).toMatch(id === 'empty' ? /^No source/ : /, (\d{4}|undated)/);
  },
);

it('[TPL1] each is read back from a new document just as it was written', () => {
  for (const { blocks: written } of templates) {
    const doc = new Y.Doc();
    writeBlocks(doc, written);
    expect(readText(doc)).toEqual(written);
  }
});

it('[TPL1] ids and names are each used once, and an unknown id has no template', () => {
  expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
  expect(templateOf('toString')).toBeUndefined();
});

it.each(templates.map((template) => [template.id, template] as const))(
  '[TPL2] %s speaks plain English: short sentences of short words',
  (_, template) => {
    const text = [template.summary, template.survives, ...template.blocks.flatMap(linesOf)].join('\n');
    const sentences = text.split(/[.?!…:;]+(?:\s|$)|\n/).filter((one) => /\w/.test(one));
    const wordsOf = (words: string) => words.match(/[\p{L}’']+/gu) ?? [];
    const words = wordsOf(text);
    expect(words.length / sentences.length).toBeLessThan(12);
    expect(words.join('').length / words.length).toBeLessThan(5);
    for (const sentence of sentences.map(wordsOf).filter(({ length }) => length > 5)) {
      expect(sentence.length, sentence.join(' ')).toBeLessThanOrEqual(20);
      expect(sentence.join('').length / sentence.length, sentence.join(' ')).toBeLessThan(6.5);
    }
  },
);

it('[TPL3] the plan asks each of the four sides what it will do, brings, and will not do', () => {
  const lines = linesOfTemplate('solution_shaping_plan');
  for (const asked of [
    'We are prepared to:',
    'Skills we bring:',
    'Resources we bring:',
    'We are not prepared to:',
  ])
    expect(lines.filter((line) => line.startsWith(asked))).toHaveLength(4);
  for (const column of ['What', 'How', 'By whom', 'Who answers for it']) expect(lines).toContain(column);
  expect(headingsOf('solution_shaping_plan')).toEqual(
    expect.arrayContaining(['The need', 'Open questions', 'Risks', 'Who leads, and how we are governed']),
  );
});

it('[TPL4] each tier has its own way of speaking, and the two upper ones are not asked how', () => {
  const saying = {
    commission_political: 'What we ask you to achieve',
    commission_strategic: 'We need you to …',
    commission_tactical: 'We are going to …',
    commission_service: 'What we do, when, where and how',
  };
  for (const [id, words] of Object.entries(saying)) {
    expect(headingsOf(id)).toContain(words);
    const lines = linesOfTemplate(id);
    for (const field of [
      'From:',
      'To:',
      'What must not change:',
      'Budget:',
      'Who gave us the power:',
      'By when:',
    ])
      expect(lines.some((line) => line.startsWith(field))).toBe(true);
    expect(headingsOf(id)).toEqual(
      expect.arrayContaining(['Limits', 'How we will know', 'Changes and acceptance']),
    );
    expect(lines.some((line) => line.includes('Leave the how to others'))).toBe(
      ['commission_political', 'commission_strategic'].includes(id),
    );
  }
});

it('[TPL5] the governance agreement has a clause for everything that a partnership must settle to decide', () => {
  const headings = headingsOf('governance_agreement').join('\n');
  for (const clause of [
    'Why we are together',
    'What we may decide, and what we may not',
    'Seats and sides',
    'Who runs our meetings',
    'When enough of us are there',
    'Silence, time and paper',
    'How we agree',
    'What happens when we do not agree',
    'Between meetings, and when it is urgent',
    'When someone has another interest',
    'What is open, and what is not',
    'Disputes',
    'Joining and leaving',
    'Looking at this again',
  ])
    expect(headings).toContain(clause);
});
