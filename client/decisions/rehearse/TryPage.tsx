import { Link, useSearchParams } from 'wouter';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import { refusalOf } from '../../api.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { libraryRules, useOwnRules } from '../rules/useRules.ts';
import { useDecision } from '../useDecision.ts';
import { TrialDesk } from './TrialDesk.tsx';

const FIRST = 'library-concurrent_three_quarters';

/** Tries a rule of the library, of the partnership or of a draft, with the seats that there are. */
export function TryPage({ partnershipId }: { readonly partnershipId: string }) {
  const [search, setSearch] = useSearchParams();
  const decisionId = search.get('decision') ?? undefined;
  const partnership = usePartnership(partnershipId);
  const own = useOwnRules(partnershipId);
  const decision = useDecision(decisionId);
  const ofDecision = decision.data?.terms.rule;
  const waits = partnership.isPending || own.isPending || (decisionId !== undefined && decision.isPending);
  const failed = partnership.error ?? own.error;
  const key = search.get('rule') ?? (ofDecision ? 'decision' : FIRST);
  const choices = choicesOf(own.data ?? [], ofDecision);
  const chosen = choices.find(({ value }) => value === key) ?? choices[0];
  const choose = (rule: string) =>
    setSearch({ ...(decisionId ? { decision: decisionId } : {}), rule }, { replace: true });
  const { alternatives = [], conflicts = [] } = decision.data?.terms ?? {};
  return (
    <main id="main" className="page try-page" tabIndex={-1}>
      <p className="small">
        {decisionId ? (
          <Link className="back-link" href={`/decisions/${decisionId}/draft`}>
            {words.backToDraft}
          </Link>
        ) : (
          <Link className="back-link" href={`/partnerships/${partnershipId}/rules`}>
            {words.backToRules}
          </Link>
        )}
      </p>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      {waits && <Loading what={words.loading} />}
      {failed && <ErrorMessage message={refusalOf(failed).message} />}
      {!waits && partnership.data && chosen && (
        <>
          <SelectField
            label={words.rule}
            value={chosen.value}
            onChange={choose}
            options={choices.map(({ value, name, group }) => ({ value, name, ...(group ? { group } : {}) }))}
          />
          {partnership.data.seats.length === 0 ? (
            <EmptyState title={words.noSeats}>
              <p>{words.noSeatsHow}</p>
            </EmptyState>
          ) : (
            <TrialDesk
              key={chosen.value}
              rule={chosen.rule}
              seats={partnership.data.seats}
              alternatives={alternatives.length > 0 ? alternatives : madeUpAlternatives(chosen.rule)}
              noVote={conflicts.filter(({ handling }) => handling !== 'may_vote').map(({ seat }) => seat)}
            />
          )}
        </>
      )}
    </main>
  );
}

interface RuleChoice {
  readonly value: string;
  readonly name: string;
  readonly group?: string;
  readonly rule: Rule;
}

function choicesOf(
  own: NonNullable<ReturnType<typeof useOwnRules>['data']>,
  ofDecision: Rule | undefined,
): RuleChoice[] {
  return [
    ...(ofDecision
      ? [{ value: 'decision', name: say(words.ofDecision, { name: ofDecision.name }), rule: ofDecision }]
      : []),
    ...own
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ key, rule }) => ({ value: key, name: rule.name, group: words.ownRules, rule })),
    ...libraryRules.map(({ key, rule }) => ({ value: key, name: rule.name, group: words.library, rule })),
  ];
}

/** A rule that ranks needs something to rank. */
function madeUpAlternatives({ ladder }: Rule) {
  return ladder.some(({ kind }) => kind === 'ranked_choice')
    ? [1, 2].map((number) => ({ id: `alternative-${number}`, name: say(words.alternative, { number }) }))
    : [];
}
