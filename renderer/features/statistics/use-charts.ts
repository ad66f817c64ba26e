import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@shared/i18n/format';
import type { BreakdownKey } from '@shared/statistics/breakdowns';
import type { Part } from '@shared/statistics/result';
import type { Show, StatisticsModel } from './model';
import type { Names } from './names';
import type { ChartData, ChartRow, Series } from './parts/chart-types';
import { WAYS } from './parts/modality';

interface Chart {
  readonly key: string;
  readonly title: string;
  readonly definition: string;
  readonly data: ChartData;
}

/** What a party without an M49 region is listed under: organizations have none. */
const ORGANIZATIONS = 'organizations';

/** The charts of a scope, with the rows of the tables behind them. */
export function useCharts(model: StatisticsModel, names: Names, onShow: Show): readonly Chart[] {
  const { t, i18n } = useTranslation(['statistics', 'figures', 'domain']);
  const { language } = i18n;
  return useMemo(() => {
    const { statistics, parties } = model;
    const { breakdowns, scope } = statistics;
    const several = scope.kind === 'year' || scope.kind === 'meetings';
    const number = (value: number) => formatNumber(value, language);
    const openPart = (breakdown: BreakdownKey, part: string, name: string) => () =>
      onShow({ kind: 'people', title: name, selection: { kind: 'part', breakdown, part } });

    const ways: Series[] = WAYS.map(({ part, pattern }) => ({
      key: part,
      name: t(`figures:partition.${part}`),
      pattern,
    }));
    const row = (breakdown: BreakdownKey, part: Part, name: string): ChartRow => ({
      key: part.part,
      name,
      values: {
        inPersonOnly: part.inPersonOnly,
        both: part.both,
        virtualOnly: part.virtualOnly,
        nominated: part.nominated ?? 0,
        attended: part.attended,
      },
      label: number(part.attended),
      onOpen: openPart(breakdown, part.part, name),
    });

    const sittings: Chart = several
      ? {
          key: 'meetings',
          title: t('statistics:chart.byMeeting'),
          definition: t('figures:by.meeting.definition'),
          data: {
            rowHeader: t('statistics:chart.meeting'),
            series: ways,
            rows: breakdowns.meeting.map((part) => row('meeting', part, names.meeting(part.part))),
            total: t('figures:attended.name'),
            stacked: true,
          },
        }
      : {
          key: 'sessions',
          title: t('statistics:chart.bySession'),
          definition: t('figures:by.session.definition'),
          data: {
            rowHeader: t('statistics:chart.session'),
            series: ways,
            rows: breakdowns.session.map((part) => row('session', part, names.session(part.part))),
            total: t('figures:attended.name'),
            stacked: true,
          },
        };

    const by = several ? 'meeting' : 'capacity';
    const compared: Chart = {
      key: 'compared',
      title: t('statistics:chart.compared'),
      definition: `${t('figures:nominated.definition')} ${t('figures:attended.definition')}`,
      data: {
        rowHeader: t(several ? 'statistics:chart.meeting' : 'statistics:chart.capacity'),
        series: [
          { key: 'nominated', name: t('figures:nominated.name'), pattern: 'outlined' },
          { key: 'attended', name: t('figures:attended.name'), pattern: 'solid' },
        ],
        rows: breakdowns[by].map((part) => {
          const name = several ? names.meeting(part.part) : names.capacity(part.part);
          const label = t('statistics:chart.of', {
            attended: number(part.attended),
            nominated: number(part.nominated ?? 0),
          });
          return { ...row(by, part, name), label };
        }),
        stacked: false,
      },
    };

    const regions = Map.groupBy(statistics.parties, ({ party, kind }) =>
      kind === 'organization' ? ORGANIZATIONS : (parties.get(party)?.region ?? 'none'),
    );
    const delegations: Chart = {
      key: 'delegations',
      title: t('statistics:chart.delegations'),
      definition: t('statistics:chart.delegationsDefinition'),
      data: {
        rowHeader: t('statistics:chart.region'),
        series: [
          { key: 'member', name: t('domain:partyStatus.member'), pattern: 'solid' },
          { key: 'observer', name: t('domain:partyStatus.observer'), pattern: 'dotted' },
          { key: 'none', name: t('domain:partyStatus.none'), pattern: 'hatched' },
        ].filter(
          ({ key }) => key === 'member' || statistics.parties.some(({ status }) => status === key),
        ) as Series[],
        rows: [...regions]
          .sort(([a, one], [b, other]) => {
            const last = Number(a === ORGANIZATIONS) - Number(b === ORGANIZATIONS);
            return last || other.length - one.length;
          })
          .map(([region, present]): ChartRow => {
            const name =
              region === ORGANIZATIONS ? t('statistics:kind.organization') : names.region(region);
            const count = (status: string) => present.filter((one) => one.status === status).length;
            return {
              key: region,
              name,
              values: { member: count('member'), observer: count('observer'), none: count('none') },
              label: number(present.length),
              onOpen: () =>
                onShow({
                  kind: 'parties',
                  title: name,
                  parties: present.map(({ party }) => party),
                }),
            };
          }),
        total: t('statistics:chart.delegationsTotal'),
        stacked: true,
      },
    };
    return [sittings, compared, delegations];
  }, [model, names, onShow, t, language]);
}
