import { Button } from '@mantine/core';
import { IconChartBar, IconFileExport, IconFlask } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '@shared/i18n/format';
import { PageHeader } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Tag } from '../../ui/tag';
import type { Shown, StatisticsModel } from './model';
import { useNames } from './names';
import { BehindPanel } from './parts/behind-panel';
import { ChartCard } from './parts/chart-card';
import { LargeFigures, SmallFigures } from './parts/figures';
import { Matrix } from './parts/matrix';
import { Modality } from './parts/modality';
import { SentenceCard } from './parts/sentence-card';
import { useCharts } from './use-charts';
import classes from './statistics.module.css';

interface StatisticsProps {
  readonly model: StatisticsModel;
  readonly title: string;
  readonly scopeBar: ReactNode;
  /** Where people are checked in, when it is one meeting. */
  readonly desk: string | null;
  readonly exports: string | null;
  /** Another scope is being counted: what is shown is that of the one before. */
  readonly counting?: boolean;
}

/** The page that one would put in front of an ambassador. */
export function Statistics(props: StatisticsProps) {
  const { model, title, scopeBar, desk, exports, counting = false } = props;
  const { t, i18n } = useTranslation('statistics');
  const [shown, setShown] = useState<Shown | null>(null);
  const names = useNames(model);
  const charts = useCharts(model, names, setShown);
  const { statistics } = model;
  const several = statistics.scope.kind === 'year' || statistics.scope.kind === 'meetings';
  const nobody = statistics.figures.attended.value === 0 && statistics.parties.length === 0;
  const nominated = statistics.figures.nominated.value;
  const [only] = statistics.meetings;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={
          several || only === undefined
            ? t('subtitle', { count: statistics.meetings.length })
            : names.meetingTitle(only)
        }
        tag={
          statistics.synthetic ? (
            <Tag tone="warning" icon={<IconFlask size={14} stroke={1.8} />}>
              {t('synthetic')}
            </Tag>
          ) : undefined
        }
        others={
          exports === null ? undefined : (
            <Button
              component={Link}
              to={exports}
              variant="default"
              leftSection={<IconFileExport size={16} aria-hidden />}
            >
              {t('export')}
            </Button>
          )
        }
      />
      {scopeBar}
      <div className={classes.body} aria-busy={counting} data-counting={counting || undefined}>
        {statistics.excluded.length > 0 && (
          <p className={classes.excluded}>
            {t('excluded', {
              meetings: statistics.excluded.map(({ meeting }) => names.meeting(meeting)).join('; '),
            })}
          </p>
        )}
        {nobody ? (
          <Empty
            icon={<IconChartBar size={28} stroke={1.5} />}
            title={t(several ? 'nobody.several' : 'nobody.one')}
            action={
              desk === null ? undefined : (
                <Button component={Link} to={desk}>
                  {t('nobody.action')}
                </Button>
              )
            }
          >
            {nominated === 0
              ? t('nobody.noneNominated')
              : t('nobody.nominated', {
                  count: nominated,
                  number: formatNumber(nominated, i18n.language),
                })}
          </Empty>
        ) : (
          <>
            <SentenceCard statistics={statistics} />
            <LargeFigures model={model} several={several} onShow={setShown} />
            <SmallFigures statistics={statistics} onShow={setShown} />
            <div className={classes.charts}>
              <Modality model={model} several={several} onShow={setShown} />
              {charts.map(({ key, ...chart }) => (
                <ChartCard key={key} {...chart} />
              ))}
            </div>
            <Matrix model={model} names={names} onShow={setShown} />
          </>
        )}
      </div>
      <BehindPanel
        model={model}
        names={names}
        shown={shown}
        onShow={setShown}
        onClose={() => setShown(null)}
      />
    </>
  );
}
