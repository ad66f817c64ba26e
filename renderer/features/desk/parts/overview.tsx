import { memo, useDeferredValue, useMemo } from 'react';
import { overviewOf } from '@shared/domain/attendance/overview';
import { attendanceByReport } from '@shared/statistics/virtual/by-report';
import { nameIn } from '@shared/domain/language';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import classes from './side.module.css';
import type { DeskModel } from '../use-desk';

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
  const { nominations, attendance, online, meeting, parties, directory, edition } = model;
  const seen = useMemo(
    () => attendanceByReport(meeting.id, attendance, online),
    [meeting.id, attendance, online],
  );
  // The directory is the same when people change; `edition` says that they have.
  const { total, byParty } = useMemo(
    () =>
      overviewOf(nominations, seen, (person) => edition !== null && directory.isForgotten(person)),
    [nominations, seen, edition, directory],
  );
  const delegations = useMemo(() => {
    const collator = new Intl.Collator(i18n.language);
    return [...byParty]
      .map(([id, counts]) => ({ party: parties.get(id), counts, id }))
      .map((one) => ({ ...one, name: nameIn(one.party?.names ?? {}, i18n.language) }))
      .sort((a, b) => collator.compare(a.name, b.name));
  }, [byParty, parties, i18n.language]);
  const figures = ['expected', 'here', 'online', 'left', 'missing'] as const;
  return (
    <section className={classes.panel} data-tall aria-labelledby="desk-overview">
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
