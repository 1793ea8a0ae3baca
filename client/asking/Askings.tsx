import { useState } from 'react';
import type { AskingLine } from '../../shared/asking/api.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { Button } from '../ui/Button.tsx';
import { Fold } from '../ui/Fold.tsx';
import { AskDialog } from './AskDialog.tsx';
import { AskingCard } from './AskingCard.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { type AskedAbout, useAskings } from './queries.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import './asking.css';

const words = askingWords.ask;

type Doing =
  | { readonly what: 'asking' }
  | { readonly what: 'outcome' | 'withdrawal'; readonly id: string }
  | undefined;

/** What I am asked about this, above everything else; what came of earlier askings; and, for those who may, asking. */
export function Askings({ about }: { readonly about: AskedAbout }) {
  const found = useAskings(about).data;
  const [doing, setDoing] = useState<Doing>();
  if (!found) return null;
  const { askings, mayAsk } = found;
  const live = askings.filter(({ state }) => state === 'open' || state === 'over');
  const past = askings.filter(({ state }) => state === 'closed' || state === 'withdrawn');
  if (askings.length === 0 && !mayAsk) return null;
  const close = () => setDoing(undefined);
  const card = (asking: AskingLine) => (
    <div key={asking.id}>
      <AskingCard asking={asking} />
      {(asking.may.sayWhatCame || asking.may.withdraw) && (
        <div className="button-row asking-tools no-print">
          {asking.may.sayWhatCame && (
            <Button look="plain" onClick={() => setDoing({ what: 'outcome', id: asking.id })}>
              {words.sayWhatCame}
            </Button>
          )}
          {asking.may.withdraw && (
            <Button look="quiet" onClick={() => setDoing({ what: 'withdrawal', id: asking.id })}>
              {words.withdraw}
            </Button>
          )}
        </div>
      )}
    </div>
  );
  return (
    <div className="askings">
      {[...live].sort((one, other) => rank(one) - rank(other)).map(card)}
      {past.length > 0 && (
        <Fold
          title={askingWords.page.past}
          startsOpen={past.some(({ me, outcome }) => me.answered && outcome)}
        >
          {past.map(card)}
        </Fold>
      )}
      {mayAsk && (
        <p className="no-print">
          <Button look="plain" onClick={() => setDoing({ what: 'asking' })}>
            {words.open}
          </Button>
        </p>
      )}
      {doing?.what === 'asking' && mayAsk && <AskDialog {...{ about, mayAsk }} onClose={close} />}
      {doing?.what === 'outcome' && <OutcomeDialog {...{ about }} askingId={doing.id} onClose={close} />}
      {doing?.what === 'withdrawal' && <WithdrawDialog {...{ about }} askingId={doing.id} onClose={close} />}
    </div>
  );
}

/** What waits for me comes first. */
function rank({ me, state }: AskingLine): number {
  if (me.asked && !me.answered && state === 'open') return 0;
  return me.asked ? 1 : 2;
}
