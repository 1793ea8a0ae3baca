import { useState } from 'react';
import { Link } from 'wouter';
import type { Seat } from '../../../shared/decisions/electorate.ts';
import { say } from '../../../shared/decisions/say.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import type { OwnMember } from '../../../shared/partnerships/api.ts';
import { refusalOf } from '../../api.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { toast } from '../../ui/toast.ts';
import { t } from '../../words.ts';
import { RuleCard } from './RuleCard.tsx';
import { type ChoosableRule, libraryRules, useOwnRules, useRetireRule } from './useRules.ts';
import './rules.css';

const words = ruleFormWords.page;

export interface RulesPageProps {
  readonly partnershipId: string;
  readonly me: OwnMember;
}

/** The rules that a partnership can decide by: its own, and the library. */
export function RulesPage({ partnershipId, me }: RulesPageProps) {
  const partnership = usePartnership(partnershipId);
  const own = useOwnRules(partnershipId);
  const failed = partnership.error ?? own.error;
  const retry = () => void Promise.all([partnership.refetch(), own.refetch()]);
  const base = `/partnerships/${partnershipId}/rules`;
  const runs = me.roles.includes('facilitator');
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      {(partnership.isPending || own.isPending) && <Loading what={words.loading} />}
      {failed && <ErrorMessage message={refusalOf(failed).message} onRetry={retry} />}
      {partnership.data && own.data && (
        <Lists {...{ partnershipId, base, runs, own: own.data, seats: partnership.data.seats }} />
      )}
    </main>
  );
}

interface ListsProps {
  readonly partnershipId: string;
  readonly base: string;
  readonly runs: boolean;
  readonly own: NonNullable<ReturnType<typeof useOwnRules>['data']>;
  readonly seats: readonly Seat[];
}

function Lists({ partnershipId, base, runs, own, seats }: ListsProps) {
  const [retiring, setRetiring] = useState<{ readonly id: string; readonly name: string }>();
  const inUse = own.filter(({ retiredAt }) => retiredAt === null);
  const retired = own.filter(({ retiredAt }) => retiredAt !== null);
  const ways = (choice: ChoosableRule) => <Ways {...{ choice, base, runs }} />;
  return (
    <>
      <section aria-labelledby="own-rules">
        <h2 id="own-rules">{words.own}</h2>
        {inUse.length === 0 && (
          <EmptyState title={words.ownNone}>{runs && <p>{words.ownNoneHow}</p>}</EmptyState>
        )}
        <ul className="rules-list">
          {inUse.map((choice) => (
            <RuleCard key={choice.key} {...{ choice, seats }}>
              {ways(choice)}
              {runs && (
                <Button
                  look="quiet"
                  aria-label={say(words.retireNamed, { name: choice.rule.name })}
                  onClick={() => setRetiring({ id: choice.id, name: choice.rule.name })}
                >
                  {words.retire}
                </Button>
              )}
            </RuleCard>
          ))}
        </ul>
      </section>
      <section aria-labelledby="library-rules">
        <h2 id="library-rules">{words.library}</h2>
        <p>{words.libraryAbout}</p>
        <ul className="rules-list">
          {libraryRules.map((choice) => (
            <RuleCard key={choice.key} {...{ choice, seats }}>
              {ways(choice)}
            </RuleCard>
          ))}
        </ul>
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired-rules">
          <h2 id="retired-rules">{words.retired}</h2>
          <ul className="rules-list">
            {retired.map((choice) => (
              <RuleCard key={choice.key} {...{ choice, seats }} />
            ))}
          </ul>
        </section>
      )}
      {retiring && (
        <RetireDialog {...{ partnershipId, ...retiring }} onClose={() => setRetiring(undefined)} />
      )}
    </>
  );
}

interface WaysProps {
  readonly choice: ChoosableRule;
  readonly base: string;
  readonly runs: boolean;
}

function Ways({ choice, base, runs }: WaysProps) {
  const { key, rule } = choice;
  return (
    <>
      <Link
        className="button plain"
        href={`${base}/try?rule=${key}`}
        aria-label={say(words.tryNamed, { name: rule.name })}
      >
        {words.tryIt}
      </Link>
      {runs && (
        <Link
          className="button plain"
          href={`${base}/new?from=${key}`}
          aria-label={say(words.makeOwnNamed, { name: rule.name })}
        >
          {words.makeOwn}
        </Link>
      )}
    </>
  );
}

interface RetireDialogProps {
  readonly partnershipId: string;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

function RetireDialog({ partnershipId, id, name, onClose }: RetireDialogProps) {
  const retire = useRetireRule(partnershipId);
  const submit = () =>
    retire.mutate(id, {
      onSuccess: () => {
        toast(words.retiredDone, { takesFocus: true });
        onClose();
      },
    });
  return (
    <Dialog title={say(words.retireNamed, { name })} onClose={onClose}>
      <p>{words.retireAbout}</p>
      {retire.isError && <ErrorMessage message={refusalOf(retire.error).message} />}
      <div className="button-row">
        <Button busy={retire.isPending} onClick={submit}>
          {words.retire}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
