import { Link } from 'wouter';
import { many } from '../../../shared/decisions/say.ts';
import { registerWords as words } from '../../../shared/messages/en/decisionRegister.ts';
import { useChanges } from '../../live/useChanges.ts';
import { useRegister } from '../queries.ts';
import { DecisionLine } from './DecisionLine.tsx';
import './register.css';

/** The decisions that wait for me, above all else. Nothing where nothing waits: no empty box, and no waiting for it. */
export function NeedsYou({ partnershipId }: { readonly partnershipId: string }) {
  useChanges(partnershipId);
  const lines =
    useRegister(partnershipId, 'needs_me').data?.pages.flatMap(({ decisions }) => decisions) ?? [];
  if (lines.length === 0) return null;
  const now = Date.now();
  return (
    <section className="needs-you" aria-labelledby="needs-you">
      <h2 id="needs-you">{words.needsYou}</h2>
      <p className="small">{many(lines.length, words.needsYouAbout)}</p>
      <ul className="rows">
        {lines.map((line) => (
          <DecisionLine key={line.id} {...{ line, now }} />
        ))}
      </ul>
      <p>
        <Link href={`/partnerships/${partnershipId}/decisions`}>{words.allDecisions}</Link>
      </p>
    </section>
  );
}
