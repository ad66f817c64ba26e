import { memo, useDeferredValue, useMemo } from 'react';
import { whereabouts } from '@shared/domain/attendance/inside';
import { isStanding } from '@shared/domain/nomination/rules';
import { nameIn } from '@shared/domain/language';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import classes from '../desk.module.css';
import type { DeskModel } from '../use-desk';

interface Counts {
  expected: number;
  here: number;
  online: number;
  left: number;
  missing: number;
}

const none = (): Counts => ({ expected: 0, here: 0, online: 0, left: 0, missing: 0 });

/** Expected people by where they are, in all and by delegation. Derived anew, never stored. */
function countWhereabouts(model: DeskModel): { total: Counts; byParty: Map<string, Counts> } {
  const total = none();
  const byParty = new Map<string, Counts>();
  const seen = new Set<string>();
  for (const nomination of model.nominations) {
    if (!isStanding(nomination) || seen.has(nomination.person)) continue;
    seen.add(nomination.person);
    let party = byParty.get(nomination.party);
    if (party === undefined) byParty.set(nomination.party, (party = none()));
    const where = whereabouts(model.attendance.get(nomination.person));
    for (const counts of [total, party]) {
      counts.expected += 1;
      counts[where] += 1;
    }
  }
  return { total, byParty };
}

/**
 * How far the meeting has arrived: four figures, and each delegation in one line. It may lag behind
 * a storm of arrivals by a moment; the box and the answer beside it may not.
 */
export const Overview = memo(function Overview(props: {
  readonly model: DeskModel;
  /** A delegation is to be looked at. */
  readonly onOpen: (party: string) => void;
}) {
  const { t, i18n } = useTranslation('desk');
  const { onOpen } = props;
  const model = useDeferredValue(props.model);
  const { total, byParty } = useMemo(() => countWhereabouts(model), [model]);
  const delegations = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    return [...byParty]
      .map(([id, counts]) => ({ party: model.directory.parties.get(id), counts, id }))
      .map((one) => ({ ...one, name: nameIn(one.party?.names ?? {}, i18n.language) }))
      .sort((a, b) => collator.compare(a.name, b.name));
  }, [byParty, model.directory, i18n.language]);
  const figures = ['expected', 'here', 'online', 'left', 'missing'] as const;
  return (
    <section className={classes.panel} aria-labelledby="desk-overview">
      <h2 id="desk-overview" className={classes.panelTitle}>
        {t('overview')}
      </h2>
      <dl className={classes.figures}>
        {figures.map((figure) => (
          <div key={figure} className={classes.figure} data-figure={figure}>
            <dt>{t(`figure.${figure}`)}</dt>
            <dd>{formatNumber(total[figure], i18n.language)}</dd>
          </div>
        ))}
      </dl>
      <div
        className={classes.delegations}
        tabIndex={0}
        role="region"
        aria-label={t('byDelegation')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('delegation')}</th>
              <th scope="col">{t('figure.here')}</th>
              <th scope="col">{t('figure.online')}</th>
              <th scope="col">{t('figure.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {delegations.map(({ id, name, counts }) => (
              <tr key={id} data-complete={counts.missing === 0}>
                <th scope="row">
                  <button type="button" className={classes.rowLink} onClick={() => onOpen(id)}>
                    {name}
                  </button>
                </th>
                <td>{counts.here}</td>
                <td>{counts.online}</td>
                <td>{counts.missing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
});
