import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { refusalOf } from '../../api.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { toast } from '../../ui/toast.ts';
import { RuleDesk } from './RuleDesk.tsx';
import { ruleErrors } from './ruleErrors.ts';
import type { Table } from './ruleFormProps.ts';
import { type ChoosableRule, libraryRules, useNameRule, useOwnRules } from './useRules.ts';

const words = ruleFormWords.page;

/** A rule of the partnership's own, made from another one. */
export function NewRulePage({ partnershipId }: { readonly partnershipId: string }) {
  const partnership = usePartnership(partnershipId);
  const own = useOwnRules(partnershipId);
  const [search] = useSearchParams();
  const key = search.get('from') ?? 'library-consensus';
  const from = [...libraryRules, ...(own.data ?? [])].find((choice) => choice.key === key);
  return (
    <main id="main" className="page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/partnerships/${partnershipId}/rules`}>
          {words.back}
        </Link>
      </p>
      <PageHeading title={words.newHeading} />
      <p className="lead">{words.newAbout}</p>
      {(partnership.isPending || (!from && own.isPending)) && <Loading what={words.loading} />}
      {partnership.isError && <ErrorMessage message={refusalOf(partnership.error).message} />}
      {!from && !own.isPending && <ErrorMessage message={words.fromLost} />}
      {partnership.data && from && (
        <NewRule key={from.key} {...{ partnershipId, from }} table={partnership.data} />
      )}
    </main>
  );
}

interface NewRuleProps {
  readonly partnershipId: string;
  readonly from: ChoosableRule;
  readonly table: Table;
}

function NewRule({ partnershipId, from, table }: NewRuleProps) {
  const [rule, setRule] = useState<Rule>(from.rule);
  const [about, setAbout] = useState(from.source === null ? from.about : '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [, go] = useLocation();
  const name = useNameRule(partnershipId);
  const submit = () => {
    const wrong = ruleErrors(rule);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    name.mutate(
      { rule, about },
      {
        onSuccess: () => {
          toast(words.saved);
          go(`/partnerships/${partnershipId}/rules`);
        },
        onError: (failed) => setErrors(withoutRule(refusalOf(failed).fields ?? {})),
      },
    );
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <RuleDesk {...{ rule, errors, table }} from={from.rule} naming onChange={setRule}>
        <LinesField
          label={words.ownAbout}
          hint={words.ownAboutHint}
          error={errors.about}
          value={about}
          onChange={(event) => setAbout(event.target.value)}
        />
        {name.isError && Object.keys(errors).length === 0 && (
          <ErrorMessage message={refusalOf(name.error).message} keepsWords />
        )}
        <Button type="submit" busy={name.isPending}>
          {words.save}
        </Button>
      </RuleDesk>
    </Form>
  );
}

function withoutRule(fields: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => [path.replace(/^rule\./, ''), message]),
  );
}
