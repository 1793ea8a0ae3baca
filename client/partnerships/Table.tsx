import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { t } from '../words.ts';
import { SideMark } from './SideMark.tsx';

/** Who sits at the table: the four sides, each with its seats and who holds them, then those who serve it. */
export function Table({ partnership }: { readonly partnership: PartnershipAnswer }) {
  const { seats, members } = partnership;
  const serving = members.filter(({ seatIds }) => seatIds.length === 0);
  return (
    <aside className="table-of-seats" aria-labelledby="table-heading">
      <h2 id="table-heading">{t('partnerships.table')}</h2>
      {SIDES.map((side) => (
        <section key={side}>
          <h3>
            <SideMark side={side} />
          </h3>
          <ul>
            {seats
              .filter((seat) => seat.side === side)
              .map(({ id, name, holders }) => (
                <li key={id}>
                  {name}
                  <span className="held-by">
                    {holders.length === 0
                      ? t('partnerships.notHeld')
                      : holders.map((holder) => holder.name).join(', ')}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {serving.length > 0 && (
        <section>
          <h3>{t('partnerships.serving')}</h3>
          <ul>
            {serving.map(({ id, name, roles }) => (
              <li key={id}>
                {name}
                <span className="held-by">
                  {roles.map((role) => t(`partnerships.roles.${role}`)).join(', ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
