import { useState } from 'react';
import { Link } from 'wouter';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { compareRules, isOnlyTighter } from '../../../shared/decisions/tightening/compareRules.ts';
import { draftWords } from '../../../shared/messages/en/draft.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { RuleCard } from '../rules/RuleCard.tsx';
import { RuleDesk } from '../rules/RuleDesk.tsx';
import { RuleReading } from '../rules/RuleReading.tsx';
import { RuleVerdict } from '../rules/RuleVerdict.tsx';
import { ruleErrors } from '../rules/ruleErrors.ts';
import { type ChoosableRule, libraryRules, useOwnRules } from '../rules/useRules.ts';
import type { DraftPartProps } from './draftPart.ts';
import { Kept } from './Kept.tsx';
import { patchField, useDraftField } from './useDraftField.ts';

const words = ruleFormWords.choose;

/** The rule: taken from those that have a name, perhaps changed for this decision, with what it means. */
export function RuleField(props: DraftPartProps) {
  const { decision, partnership, problems } = props;
  const { seats } = partnership;
  const own = useOwnRules(decision.partnershipId);
  const inUse = (own.data ?? []).filter(({ retiredAt }) => retiredAt === null);
  const [doing, setDoing] = useState<'choosing' | 'changing'>();
  const field = useDraftField<Rule | undefined>(decision, {
    field: 'rule',
    kept: decision.terms.rule,
    send: (rule, basedOn) => patchField(decision.id, 'rule', rule ?? null, basedOn),
  });
  const rule = field.value;
  const named = [...inUse, ...libraryRules].find((choice) => choice.rule.name === baseName(rule))?.rule;
  const called = (id: string) => seats.find((seat) => seat.id === id)?.name ?? id;
  const take = (next: Rule) => {
    field.change(next);
    setDoing(undefined);
  };
  return (
    <Kept id="rule" field={field} describe={(value) => value?.name ?? ''}>
      <h3>{draftWords.rule}</h3>
      <p className="hint">{draftWords.ruleHint}</p>
      {problems.rule && <FieldError id="field-rule-error">{problems.rule}</FieldError>}
      {rule && doing !== 'changing' && (
        <div className="rule-card">
          <h4>{rule.name}</h4>
          {named && differs(named, rule, seats.length) && (
            <RuleVerdict {...{ named, rule }} seats={seats.length} />
          )}
          {!named && (
            <p>
              <b>{ruleFormWords.verdict.own}.</b>
            </p>
          )}
          <RuleReading {...{ rule, seats, called }} from={named} />
        </div>
      )}
      {rule && doing === 'changing' && (
        <ChangeRule
          {...{ rule, partnership }}
          named={named ?? rule}
          onSave={take}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing !== 'changing' && (
        <div className="button-row">
          <Button
            look={rule ? 'plain' : 'main'}
            aria-expanded={doing === 'choosing'}
            onClick={() => setDoing(doing === 'choosing' ? undefined : 'choosing')}
          >
            {doing === 'choosing' ? words.closeList : rule ? words.change : words.choose}
          </Button>
          {rule && (
            <>
              <Button look="plain" onClick={() => setDoing('changing')}>
                {words.adjust}
              </Button>
              <Link
                className="button plain"
                href={`/partnerships/${decision.partnershipId}/rules/try?decision=${decision.id}`}
              >
                {words.try}
              </Link>
            </>
          )}
        </div>
      )}
      {doing === 'choosing' && (
        <>
          <RuleList title={words.own} choices={inUse} {...{ seats, take }} />
          <RuleList title={words.lib} choices={libraryRules} {...{ seats, take }} />
        </>
      )}
    </Kept>
  );
}

function differs(named: Rule, rule: Rule, seats: number): boolean {
  return compareRules(named, rule, seats).length > 0;
}

const CHANGED = say(ruleFormWords.verdict.ownName, { name: '' });

/** The name of the rule that one was made from, where it is looser and bears a name of its own. */
function baseName(rule: Rule | undefined): string | undefined {
  return rule?.name.endsWith(CHANGED) ? rule.name.slice(0, -CHANGED.length) : rule?.name;
}

interface RuleListProps {
  readonly title: string;
  readonly choices: readonly ChoosableRule[];
  readonly seats: DraftPartProps['partnership']['seats'];
  readonly take: (rule: Rule) => void;
}

function RuleList({ title, choices, seats, take }: RuleListProps) {
  if (choices.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="rules-list">
        {choices.map((choice) => (
          <RuleCard key={choice.key} {...{ choice, seats }}>
            <Button
              look="plain"
              aria-label={say(words.useNamed, { name: choice.rule.name })}
              onClick={() => take(choice.rule)}
            >
              {words.use}
            </Button>
          </RuleCard>
        ))}
      </ul>
    </>
  );
}

interface ChangeRuleProps {
  readonly rule: Rule;
  readonly named: Rule;
  readonly partnership: DraftPartProps['partnership'];
  readonly onSave: (rule: Rule) => void;
  readonly onCancel: () => void;
}

/** A rule changed for one decision. Only tighter, it keeps the name it was taken by; looser, it gets one of its own. */
function ChangeRule({ rule: before, named, partnership, onSave, onCancel }: ChangeRuleProps) {
  const [rule, setRule] = useState(before);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = () => {
    const wrong = ruleErrors(rule);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const tighter = isOnlyTighter(compareRules(named, rule, partnership.seats.length));
    onSave({ ...rule, name: tighter ? named.name : `${named.name}${CHANGED}` });
  };
  return (
    <RuleDesk {...{ rule, errors }} from={named} table={partnership} naming={false} onChange={setRule}>
      {Object.keys(errors).length > 0 && <FieldError id="rule-wrong">{ruleFormWords.wrong}</FieldError>}
      <div className="button-row">
        <Button onClick={save}>{words.save}</Button>
        <Button look="plain" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </RuleDesk>
  );
}
