import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listOrder, partyName } from '@shared/codecs/documents/names';
import { latestFirst, standOf } from '@shared/domain/implementation/rules';
import {
  implementationStatusSchema,
  type Implementation,
} from '@shared/domain/implementation/types';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Party } from '@shared/domain/party/types';
import { isInForce } from '@shared/domain/recommendation/rules';
import type { Recommendation } from '@shared/domain/recommendation/types';
import { formatDay, formatNumber } from '@shared/i18n/format';
import { Permitted } from '@renderer/features/operators';
import { useCommands, type Command } from '../../../ui/commands';
import { today } from '../../../ui/today';
import classes from '../recommendations.module.css';
import { ImplementationTag } from './implementation-tag';
import { ReportDialog } from './report-dialog';
import { useImplementationActs } from './use-implementation-acts';

const KEYS = 'Alt+I';
const NO_COMMANDS: readonly Command[] = [];

interface Props {
  readonly recommendation: Recommendation;
  readonly meeting: Meeting;
  readonly parties: readonly Party[];
  /** Everything on record about this recommendation. */
  readonly reports: readonly Implementation[];
}

/** What the parties reported about one recommendation, year by year. */
export function ImplementationSection({ recommendation, meeting, parties, reports }: Props) {
  const { t, i18n } = useTranslation('recommendations');
  const [asked, setAsked] = useState<{ begin?: Implementation } | null>(null);
  const inForce = isInForce(recommendation.state);
  const number = (value: number) => formatNumber(value, i18n.language);
  const stand = useMemo(
    () => standOf(recommendation, parties, reports),
    [recommendation, parties, reports],
  );
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'recommendations.implementation',
        label: t('implementation.record'),
        group: t('title'),
        keys: KEYS,
        run: () => setAsked({}),
      },
    ],
    [t],
  );
  useCommands(inForce ? commands : NO_COMMANDS);

  return (
    <section className={classes.implementation} aria-labelledby="implementation-title">
      <div className={classes.implementationHead}>
        <h3 id="implementation-title" className={classes.smallTitle}>
          {t('implementation.title')}
        </h3>
        {inForce && (
          <Permitted act="implementation.reported" label={t('implementation.record')} keys={KEYS}>
            <Button
              variant="default"
              leftSection={<IconChecklist size={16} aria-hidden />}
              onClick={() => setAsked({})}
            >
              {t('implementation.record')}
            </Button>
          </Permitted>
        )}
      </div>
      {!inForce && (
        <p className={classes.quiet}>
          {t(
            recommendation.agreedOn === null
              ? 'implementation.notYet'
              : 'implementation.notInForce',
          )}
        </p>
      )}
      {(inForce || reports.length > 0) && (
        <p className={classes.stand}>
          {implementationStatusSchema.options.map((status) => {
            const count = stand.byStatus.get(status) ?? 0;
            return (
              count > 0 && <ImplementationTag key={status} status={status} count={number(count)} />
            );
          })}
          <span className={classes.quiet}>
            {reports.length === 0
              ? t('implementation.none')
              : stand.unreported > 0 &&
                t('implementation.unreported', {
                  count: stand.unreported,
                  number: number(stand.unreported),
                })}
          </span>
        </p>
      )}
      {reports.length > 0 && (
        <Reports
          recommendation={recommendation}
          parties={parties}
          reports={reports}
          onChange={(begin) => setAsked({ begin })}
        />
      )}
      {asked !== null && (
        <ReportDialog
          recommendation={recommendation}
          meeting={meeting}
          parties={parties}
          reports={reports}
          {...asked}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

interface ReportsProps extends Omit<Props, 'meeting'> {
  readonly onChange: (report: Implementation) => void;
}

/** By party in the order of the language, of each the latest year first. */
function Reports({ recommendation, parties, reports, onChange }: ReportsProps) {
  const { t, i18n } = useTranslation('recommendations');
  const { language } = i18n;
  const acts = useImplementationActs(recommendation);
  const groups = useMemo(() => {
    const byParty = Map.groupBy(latestFirst(reports), ({ party }) => party);
    const known = parties.filter(({ id }) => byParty.has(id)).sort(listOrder(language, today()));
    const lost = [...byParty.keys()].filter((id) => !parties.some((one) => one.id === id));
    return [
      ...known.map((party) => ({ id: party.id, name: partyName(party, language, today()) })),
      ...lost.map((id) => ({ id, name: t('unknownParty') })),
    ].map((one) => ({ ...one, list: byParty.get(one.id) ?? [] }));
  }, [parties, reports, language, t]);
  return (
    <ul className={classes.reports} tabIndex={0} aria-labelledby="implementation-title">
      {groups.map(({ id, name, list }) => (
        <li key={id} className={classes.reportGroup}>
          <bdi className={classes.reportParty}>{name}</bdi>
          {list.map((report) => (
            <div key={report.id} className={classes.report}>
              <span className={classes.reportHead}>
                <ImplementationTag status={report.status} year={report.year} />
                {report.reportedOn !== null && (
                  <span className={classes.quiet}>
                    {t('implementation.reported', { day: formatDay(report.reportedOn, language) })}
                  </span>
                )}
                <span className={classes.reportActions}>
                  {isInForce(recommendation.state) && (
                    <Permitted act="implementation.changed">
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('implementation.changeOf', {
                          party: name,
                          year: report.year,
                        })}
                        onClick={() => onChange(report)}
                      >
                        {t('implementation.change')}
                      </Button>
                    </Permitted>
                  )}
                  <Permitted act="implementation.changed">
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('implementation.takeBackOf', {
                        party: name,
                        year: report.year,
                      })}
                      onClick={() => void acts.takeBack(report, name)}
                    >
                      {t('implementation.takeBack')}
                    </Button>
                  </Permitted>
                </span>
              </span>
              {report.evidence !== '' && (
                <p className={classes.evidence} dir="auto">
                  {report.evidence}
                </p>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
