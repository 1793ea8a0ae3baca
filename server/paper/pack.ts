import { CONSENSUS_CHOICES, VOTE_CHOICES } from '../../shared/decisions/positions.ts';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { answerWords } from '../../shared/messages/en/decisionAnswer.ts';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { fill } from '../../shared/messages/fill.ts';
import { fitting } from '../../shared/paper/fitting.ts';

/** What a sheet says of a decision or a document, before it is laid out. */
export interface Pack {
  readonly kind: 'decision' | 'document';
  readonly id: string;
  readonly kicker: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly easyRead: string;
  readonly blocks: readonly Block[];
  readonly options: readonly string[];
  readonly asks: Asks;
  readonly version: number | null;
  /** By when it must be back; null: no answer is counted. */
  readonly until: number | null;
}

/** What is to be ticked or filled in. */
export type Asks =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tick'; readonly choices: readonly { readonly name: string; readonly about: string }[] }
  | { readonly kind: 'order'; readonly options: readonly string[] };

/** A decision as a sheet: as this reader may see it, without anyone's answers. */
export function decisionPack(decision: DecisionAnswer, partnership: string): Pack {
  const { line, terms, texts, versions, rounds } = decision;
  const version = versions.at(-1);
  const hash = version?.hash ?? terms.proposal ?? '';
  const { standing } = terms;
  const bodies = standing && 'bodies' in standing ? standing.bodies.map(({ name }) => name).join(', ') : '';
  return {
    kind: 'decision',
    id: decision.id,
    kicker: fill(words.decision, { number: line.number, partnership }),
    title: line.question,
    facts: [
      ...(standing ? [fill(words.standing[standing.kind], { bodies })] : []),
      ...(version ? [fill(words.version, { version: version.number })] : []),
    ],
    easyRead: terms.easyRead ?? '',
    blocks: texts[hash] ?? [],
    options: (terms.rejected ?? []).map(({ option, why }) => `${option}: ${why}`),
    asks: asksOf(line.state === 'open' && line.stage?.kind === 'round' ? rounds.at(-1) : undefined),
    version: version?.number ?? null,
    until: line.state === 'open' ? line.closesAt : null,
  };
}

function asksOf(round: DecisionAnswer['rounds'][number] | undefined): Asks {
  if (!round) return { kind: 'nothing' };
  const named = (choices: readonly (keyof typeof answerWords.about)[]): Asks => ({
    kind: 'tick',
    choices: choices.map((choice) => ({
      name: answerWords.choices[choice],
      about: answerWords.about[choice],
    })),
  });
  switch (round.kind) {
    case 'consensus':
      return named(CONSENSUS_CHOICES);
    case 'vote':
      return named(VOTE_CHOICES);
    case 'ranking':
      return { kind: 'order', options: round.options.map(({ name }) => name) };
  }
}

/** About so many lines of so many characters stand above the part to cut off, at the usual size. */
const WIDTH = 88;
const LINES = { decision: 25, document: 33 };
const EASY_READ_LINES = 9;

/** What of a pack fits on one page: the summary first, then the exact words from their beginning. */
export function onePage({ kind, title, easyRead, blocks, facts, asks }: Pack) {
  const tall = asks.kind === 'order' ? Math.max(0, asks.options.length - 6) * 1.3 : 0;
  const taken = Math.ceil(title.length / 52) * 1.7 + facts.length * 0.6 + tall;
  const room = LINES[kind] - taken;
  const summary = fitting(easyRead === '' ? [] : easyRead.split(/\n+/), {
    lines: Math.min(EASY_READ_LINES, room),
    width: WIDTH,
  });
  const text = fitting(paragraphsOf(blocks), { lines: room - summary.lines - 2, width: WIDTH });
  return { summary, text };
}

/** The words in plain paragraphs: lists keep their lines together. */
function paragraphsOf(blocks: readonly Block[]): string[] {
  const first = blocks[0];
  if (blocks.length === 1 && first && 'runs' in first) return [textOfRuns(first)];
  return renderText(blocks)
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean);
}
