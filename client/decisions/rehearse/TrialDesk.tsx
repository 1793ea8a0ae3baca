import { useState } from 'react';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { Button } from '../../ui/Button.tsx';
import { Checks } from '../../ui/Checks.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Answer, kindOf, type MadeUp, type RoundKind } from './answers.ts';
import { RoundCard } from './RoundCard.tsx';
import { type Rehearsed, type Trial, useRehearsal } from './useRehearsal.ts';
import { WhatHappens } from './WhatHappens.tsx';
import './rehearse.css';

export interface TrialDeskProps {
  readonly rule: Rule;
  readonly seats: PartnershipAnswer['seats'];
  /** What can be ranked beside the proposal: ids with names. */
  readonly alternatives: readonly { readonly id: string; readonly name: string }[];
  readonly noVote: readonly string[];
}

/** Made-up rounds on the left, one after another, and what would come of them on the right. */
export function TrialDesk({ rule, seats, alternatives, noVote: given }: TrialDeskProps) {
  const [rounds, setRounds] = useState<readonly MadeUp[]>([firstRound(seats)]);
  const [noVote, setNoVote] = useState(given);
  const [preconditions, setPreconditions] = useState<Trial['preconditions']>('met');
  const [decider, setDecider] = useState<Trial['decider']>('adopts');
  const trial = {
    ...{ rule, noVote, preconditions, decider, rounds },
    alternatives: alternatives.map(({ id }) => id),
    seats: seats.map(({ id, side }) => ({ id, side })),
  };
  const { data, refusal, invalidFrom, refetch } = useRehearsal(trial);
  // What came before has changed so that these rounds no longer happen.
  if (invalidFrom !== undefined && invalidFrom < rounds.length && invalidFrom > 0)
    setRounds(rounds.slice(0, invalidFrom));
  const nameOf = (option: string) =>
    alternatives.find(({ id }) => id === option)?.name ??
    words.options[option as keyof typeof words.options] ??
    option;
  const called = (seat: string) => seats.find(({ id }) => id === seat)?.name ?? seat;
  const played = data ? playedOf(data) : [];
  const coming = data && nextOf(rule, data, rounds.length);
  const options = optionsFor(rule, trial.alternatives);
  return (
    <div className="try-desk">
      <div>
        {rounds.map((round, index) => (
          <RoundCard
            // biome-ignore lint/suspicious/noArrayIndexKey: rounds come one after another, and only the last can go
            key={index}
            {...{ round, seats, noVote, options, nameOf }}
            name={nameOfRound(rule, round, played[index], index)}
            working={played[index]?.inWords}
            onChange={(changed) => setRounds(rounds.map((each, at) => (at === index ? changed : each)))}
            onTakeBack={
              index > 0 && index === rounds.length - 1 ? () => setRounds(rounds.slice(0, -1)) : undefined
            }
          />
        ))}
        {coming && (
          <Button onClick={() => setRounds([...rounds, followingRound(coming.kind, rounds)])}>
            {coming.longer ? words.nextLonger : coming.kind === 'consensus' ? words.next : words.nextVote}
          </Button>
        )}
        <Settings
          {...{ rule, seats, noVote, setNoVote, preconditions, setPreconditions, decider, setDecider }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the screen is scrolled, by the keyboard too */}
      <aside className="rule-beside" tabIndex={0} aria-label={words.outcome}>
        {refusal && invalidFrom === undefined && (
          <ErrorMessage message={refusal.message} onRetry={() => void refetch()} />
        )}
        {data ? (
          <WhatHappens {...{ rule, nameOf, called }} seats={trial.seats} result={data} />
        ) : (
          <p role="status">{words.counting}</p>
        )}
      </aside>
    </div>
  );
}

function firstRound(seats: TrialDeskProps['seats']): MadeUp {
  return { kind: 'consensus', answers: Object.fromEntries(seats.map(({ id }) => [id, 'agree'])) };
}

/** The next round of a kind begins as the last of that kind ended. */
function followingRound(kind: RoundKind, rounds: readonly MadeUp[]): MadeUp {
  const before = rounds.findLast((round) => round.kind === kind);
  const usual: Answer = kind === 'vote' ? 'for' : kind === 'ranking' ? 'first proposal' : 'agree';
  const seats = Object.keys(rounds[0]?.answers ?? {});
  return before ?? { kind, answers: Object.fromEntries(seats.map((seat) => [seat, usual])) };
}

interface Played {
  readonly number: number;
  readonly step: string | null;
  readonly longer: boolean;
  readonly inWords: readonly string[];
}

/** Each count in order: a round that was extended for want of answers was counted twice. */
function playedOf({ rounds }: Rehearsed): Played[] {
  return rounds.flatMap(({ number, step, counts }) =>
    counts.map(({ inWords }, index) => ({ number, step, longer: index > 0, inWords })),
  );
}

/** What could be made up next, if anything. */
function nextOf({ ladder }: Rule, { waitsFor, rounds, steps }: Rehearsed, made: number) {
  const last = rounds.at(-1);
  const counted = rounds.reduce((sum, { counts }) => sum + counts.length, 0);
  if (last && last.counts.length > 1 && made < counted && waitsFor !== 'positions')
    return { kind: kindOf(ladder.find(({ id }) => id === last.step)), longer: true };
  if (waitsFor !== 'positions' || made > counted) return undefined;
  const started = steps.findLast(({ how }) => how === 'started')?.step;
  const step = rounds.some((round) => round.step === started)
    ? undefined
    : ladder.find(({ id }) => id === started);
  return { kind: kindOf(step), longer: false };
}

function nameOfRound({ ladder }: Rule, { kind }: MadeUp, played: Played | undefined, index: number): string {
  const at = played?.step ?? ladder.find((step) => kindOf(step) === kind)?.id;
  const name =
    kind === 'consensus'
      ? say(words.round, { number: played?.number ?? index + 1 })
      : say(words.vote, { number: ladder.findIndex(({ id }) => id === at) + 1 });
  return played?.longer ? say(words.longer, { round: name }) : name;
}

function optionsFor({ ladder }: Rule, alternatives: readonly string[]): string[] {
  const ranked = ladder.find((step) => step.kind === 'ranked_choice');
  const statusQuo = ranked?.kind === 'ranked_choice' && ranked.withStatusQuo ? ['status_quo'] : [];
  return ['proposal', ...alternatives, ...statusQuo];
}

interface SettingsProps extends Pick<Trial, 'rule' | 'noVote' | 'preconditions' | 'decider'> {
  readonly seats: TrialDeskProps['seats'];
  readonly setNoVote: (seats: readonly string[]) => void;
  readonly setPreconditions: (how: Trial['preconditions']) => void;
  readonly setDecider: (how: Trial['decider']) => void;
}

function Settings(props: SettingsProps) {
  const { rule, seats, noVote, setNoVote, preconditions, setPreconditions, decider, setDecider } = props;
  return (
    <details className="try-settings">
      <summary>{words.settings}</summary>
      {rule.ladder.some(({ after }) => after) && (
        <SelectField
          label={words.preconditions}
          value={preconditions}
          onChange={(how) => setPreconditions(how as Trial['preconditions'])}
          options={(['met', 'missed'] as const).map((value) => ({ value, name: words[value] }))}
        />
      )}
      {rule.ladder.some(({ kind }) => kind === 'named_decider') && (
        <SelectField
          label={words.decider}
          value={decider}
          onChange={(how) => setDecider(how as Trial['decider'])}
          options={(['adopts', 'rejects', 'says_nothing'] as const).map((value) => ({
            value,
            name: words.deciders[value],
          }))}
        />
      )}
      <Checks
        legend={words.conflicts}
        chosen={noVote}
        onChange={setNoVote}
        options={seats.map(({ id, name }) => ({ value: id, name }))}
      />
    </details>
  );
}
