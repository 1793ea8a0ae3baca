import { decisionsWords } from '../messages/en/decisions.ts';
import { quorumNeed } from './count/quorum.ts';
import { voices } from './count/voices.ts';
import type { Seat } from './electorate.ts';
import { atMost, needed, type Ratio } from './ratio.ts';
import { readStep } from './readStep.ts';
import type { Rule } from './rule.ts';
import { many, say, shareInWords } from './say.ts';

const words = decisionsWords.reading;

/** What a rule means for these seats, in plain sentences, with the numbers worked out as the count works them out. */
export function readRule(rule: Rule, seats: readonly Seat[]): string[] {
  const count = voices(rule.voice, seats, [], []).length;
  return [
    ...quorumSentences(rule, seats.length, count),
    words.silence,
    ...blockSentences(rule),
    ...supportSentences(rule, count),
    ...roundSentences(rule),
    words.visibility[rule.visibility.when][rule.visibility.by],
    ...rule.ladder.map((step, index) => readStep(step, index > 0)),
  ];
}

function quorumSentences({ voice, quorum }: Rule, seats: number, count: number): string[] {
  const { fromEachSide, scaled } = quorum;
  const { need } = quorumNeed(quorum, count);
  const sentence = need >= count && voice === 'seat' && count > 1 ? words.quorumAll : words.quorum;
  const answers = say(sentence, { seats: many(seats, words.seats), need });
  return [
    ...(voice === 'organisation'
      ? [say(words.organisations, { seats: many(seats, words.seats), voices: many(count, words.voices) })]
      : []),
    fromEachSide > 0 && sentence === words.quorum
      ? `${answers} ${say(words.fromEachSide, { count: fromEachSide })}`
      : answers,
    ...(scaled ? [say(words.scaled, { below: scaled.below, share: shareInWords(scaled.share) })] : []),
  ];
}

function blockSentences({ consensus }: Rule): string[] {
  const { blocks, testedBy } = consensus;
  return [
    blocks === 0 ? words.oneBlock : say(words.blocks, { stop: blocks + 1, bear: blocks }),
    words.tests[testedBy],
  ];
}

function supportSentences({ consensus }: Rule, count: number): string[] {
  const { support, standAsides, eachSide } = consensus;
  const everyone = support.of === 'eligible' && needed(count, support.ratio, support.comparison) >= count;
  const most = cap(standAsides, count);
  return [
    everyone
      ? words.supportAll
      : say(words.support[support.comparison], {
          ratio: shareInWords(support.ratio),
          of: words.supportOf[support.of],
          need: needed(count, support.ratio, support.comparison),
          count,
        }),
    most === 0 ? words.noStandAsides : many(most, words.standAsides),
    ...(eachSide ? [words.eachSide] : []),
  ];
}

function cap(most: number | Ratio, count: number): number {
  return typeof most === 'number' ? most : atMost(count, most);
}

function roundSentences({ rounds }: Rule): string[] {
  const { most, days, gapDays, extensionDays, freezeHours } = rounds;
  const length = many(days, words.days);
  return [
    most === 1
      ? say(words.oneRound, { length })
      : say(words.rounds, { most, length, gap: many(gapDays, words.days) }),
    ...(extensionDays > 0 ? [say(words.extension, { length: many(extensionDays, words.days) })] : []),
    ...(freezeHours > 0 ? [many(freezeHours, words.freeze)] : []),
  ];
}
