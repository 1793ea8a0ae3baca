import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { many, say } from '../../../shared/decisions/say.ts';
import { registerWords as words } from '../../../shared/messages/en/decisionRegister.ts';
import { ledgerPageWords } from '../../../shared/messages/en/ledgerPage.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { refusalOf } from '../../api.ts';
import { useChanges } from '../../live/useChanges.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useRegister } from '../queries.ts';
import { DecisionLine } from './DecisionLine.tsx';
import { askedFor, FILTERS, type Filter, finds, fits, needingFirst, readFilter } from './filters.ts';
import './register.css';

export interface RegisterPageProps {
  readonly partnershipId: string;
  readonly mayStart: boolean;
}

/** A partnership's decisions: searched, narrowed, each with where it stands and what it asks of me. */
export function RegisterPage({ partnershipId, mayStart }: RegisterPageProps) {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const filter = readFilter(params.get('show'));
  useChanges(partnershipId);
  return (
    <main id="main" className="page narrow register-page" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      <div className="button-row no-print">
        {mayStart && (
          <Link className="button main" href={`/partnerships/${partnershipId}/decisions/new`}>
            {words.start}
          </Link>
        )}
      </div>
      <SearchField label={words.search} value={search} onChange={setSearch} />
      <Filters
        chosen={filter}
        onChoose={(show) => setParams(show === 'all' ? {} : { show }, { replace: true })}
      />
      <Lines key={filter} {...{ partnershipId, mayStart, filter, search }} />
      <div className="button-row no-print register-more">
        <Link className="button plain" href={`/partnerships/${partnershipId}/rules`}>
          {ruleFormWords.page.heading}
        </Link>
        <Link className="button plain" href={`/partnerships/${partnershipId}/ledger`}>
          {ledgerPageWords.link}
        </Link>
      </div>
    </main>
  );
}

interface FiltersProps {
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}

function Filters({ chosen, onChoose }: FiltersProps) {
  return (
    <fieldset className="filters no-print">
      <legend>{words.filters}</legend>
      {FILTERS.map((filter) => (
        <label key={filter}>
          <input
            type="radio"
            name="show"
            value={filter}
            checked={filter === chosen}
            onChange={() => onChoose(filter)}
          />
          <span>{words.filter[filter]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface LinesProps extends RegisterPageProps {
  readonly filter: Filter;
  readonly search: string;
}

function Lines({ partnershipId, mayStart, filter, search }: LinesProps) {
  const register = useRegister(partnershipId, askedFor(filter));
  if (register.isPending) return <Loading what={words.loading} />;
  if (!register.data)
    return (
      <ErrorMessage message={refusalOf(register.error).message} onRetry={() => void register.refetch()} />
    );
  const lines = needingFirst(
    register.data.pages
      .flatMap(({ decisions }) => decisions)
      .filter((line) => fits(filter, line) && finds(search, line)),
  );
  const now = Date.now();
  return (
    <>
      <p className="small" role="status">
        {lines.length > 0 && many(lines.length, words.shown)}
      </p>
      {lines.length === 0 && !register.hasNextPage && <Nothing {...{ filter, mayStart, search }} />}
      <ul className="rows">
        {lines.map((line) => (
          <DecisionLine key={line.id} {...{ line, now }} />
        ))}
      </ul>
      {register.hasNextPage && (
        <Button look="plain" busy={register.isFetchingNextPage} onClick={() => void register.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

interface NothingProps {
  readonly filter: Filter;
  readonly mayStart: boolean;
  readonly search: string;
}

function Nothing({ filter, mayStart, search }: NothingProps) {
  const { empty } = words;
  if (search.trim() !== '')
    return (
      <EmptyState title={say(empty.search, { search: search.trim() })}>
        <p>{empty.searchHow}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={empty[filter]}>
      <p>{filter === 'all' && !mayStart ? empty.allWait : empty[`${filter}How`]}</p>
    </EmptyState>
  );
}
