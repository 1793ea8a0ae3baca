import type { ReactNode } from 'react';
import type { RightsAnswer } from '../../shared/documents/api.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { t } from '../words.ts';

/** What a seat or a role may do, with its name. */
export type NamedLine = RightsAnswer['lines'][number];

export interface RightsListProps {
  readonly lines: readonly NamedLine[];
  /** What stands beside each name: the right it holds, or a way to choose another. */
  readonly children: (line: NamedLine) => ReactNode;
}

/** Every seat under its side, then every role. */
export function RightsList({ lines, children }: RightsListProps) {
  return (
    <>
      {SIDES.map((side) => (
        <section key={side} className="rights-group">
          <h2>
            <SideMark side={side} />
          </h2>
          <Lines lines={lines.filter((line) => line.side === side)}>{children}</Lines>
        </section>
      ))}
      <section className="rights-group">
        <h2>{t('documents.roles')}</h2>
        <Lines lines={lines.filter((line) => line.holderKind === 'role')}>{children}</Lines>
      </section>
    </>
  );
}

function Lines({ lines, children }: RightsListProps) {
  return (
    <ul className="rights-lines">
      {lines.map((line) => (
        <li key={`${line.holderKind} ${line.holder}`}>
          <span className="rights-name">{holderName(line)}</span>
          {children(line)}
        </li>
      ))}
    </ul>
  );
}

/** A role is said in our words, a seat in the partnership's. */
export function holderName({ holderKind, holder, name }: NamedLine): string {
  return holderKind === 'role' ? t(`partnerships.roles.${holder as 'facilitator'}`) : name;
}
