import type { DecisionAnswer, ShownVersion } from '../../../shared/decisions/recordApi.ts';
import { many, say } from '../../../shared/decisions/say.ts';
import { recordWords as words } from '../../../shared/messages/en/decisionPage.ts';
import { Fold } from '../../ui/Fold.tsx';
import { sayWhen } from '../../words.ts';
import { personIn } from '../names.ts';
import { BlockWords } from '../words/BlockWords.tsx';
import { ChangedWords } from '../words/ChangedWords.tsx';

/** The exact words, and, where they were amended, what changed from each version to the next. */
export function TheWords({ decision }: { readonly decision: DecisionAnswer }) {
  const { versions, texts, rounds, terms, line } = decision;
  const inRound = rounds.at(-1)?.version;
  const current = versions.find(({ number }) => number === inRound) ?? versions.at(-1);
  const blocks = texts[current?.hash ?? terms.proposal ?? ''];
  const newest = versions.at(-1)?.number;
  return (
    <section className="record-words" aria-labelledby="record-words">
      <h2 id="record-words">{line.state === 'ended' ? words.wordsEnded : words.words}</h2>
      {blocks ? (
        <div className="record-proposal">
          <BlockWords blocks={blocks} />
        </div>
      ) : (
        <p>{words.wordsNone}</p>
      )}
      {current && newest !== undefined && current.number !== newest && (
        <p className="small">{say(words.votedOn, { number: current.number })}</p>
      )}
      {versions.length > 1 && (
        <Fold title={many(versions.length - 1, words.versionsTitle)} titleOnPaper={false}>
          <Versions decision={decision} />
        </Fold>
      )}
    </section>
  );
}

/** Newest first; each with who brought it, why, and what is different from the one before. */
function Versions({ decision }: { readonly decision: DecisionAnswer }) {
  const { versions, texts } = decision;
  return (
    <ol className="record-versions">
      {versions
        .map((version, index) => ({ version, before: versions[index - 1] }))
        .reverse()
        .map(({ version, before }) => (
          <li key={version.number}>
            <h3>{say(words.version, { number: version.number })}</h3>
            <VersionFacts {...{ decision, version }} />
            {before ? (
              <ChangedWords before={texts[before.hash] ?? []} after={texts[version.hash] ?? []} />
            ) : (
              <>
                <p className="small">{words.versionFirst}</p>
                <BlockWords blocks={texts[version.hash] ?? []} headingsFrom={4} />
              </>
            )}
          </li>
        ))}
    </ol>
  );
}

function VersionFacts({
  decision,
  version,
}: {
  readonly decision: DecisionAnswer;
  readonly version: ShownVersion;
}) {
  return (
    <>
      <p className="small">
        {say(words.versionBy, {
          who: personIn(decision, version.by),
          when: sayWhen(version.at, decision.now),
        })}
      </p>
      {version.change && <p dir="auto">{say(words.versionWhy, { change: version.change })}</p>}
    </>
  );
}
